package pl.odzew.portal.operator;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How the installation is, as the services tell operators.
public final class Operations {

    private Operations() {}

    /// @param mailboxes how many of the provider are in the state
    public record Count(
            String provider, String status, @Nullable String reason, long mailboxes) {}

    public record States(List<Count> items) {}

    /// How the outage guard stands at a provider.
    public record Guard(
            String provider,
            String state,
            @Nullable String cause,
            @Nullable Instant since,
            @Nullable Instant pagedAt,
            int mailboxes,
            int suspects) {}

    public record Guards(List<Guard> items) {}

    /// @param waiting mailboxes that no replica works on
    public record Leases(List<Replica> replicas, int waiting) {}

    public record Replica(String id, String name, Instant startedAt, Instant lastSeenAt, int mailboxes) {}

    /// @param taken whether it has had its effect since
    public record DeadLetter(
            String id,
            String topic,
            @Nullable String consumer,
            @Nullable String type,
            @Nullable String code,
            @Nullable String cause,
            @Nullable String position,
            Instant at,
            boolean taken) {}

    /// @param round 0 before it begins, 1 for the first mail, 2 from the reminder on
    public record Announcement(
            String id,
            String name,
            @Nullable Map<String, Text> texts,
            String state,
            @Nullable Instant effectiveAt,
            @Nullable Instant startAt,
            @Nullable Instant remindAt,
            int round,
            Instant createdAt,
            @Nullable String createdBy,
            @Nullable Progress progress) {

        public boolean canBeScheduled() {
            return state.equals("DRAFT") || state.equals("SCHEDULED");
        }

        public boolean canBePaused() {
            return state.equals("SCHEDULED") || state.equals("SENDING");
        }

        public boolean canBeResumed() {
            return state.equals("PAUSED");
        }

        public boolean canBeCancelled() {
            return !state.equals("DRAFT") && !state.equals("CANCELLED");
        }
    }

    public record Text(@Nullable String subject, @Nullable String body) {}

    public record Progress(
            long recipients, long pending, long sent, long unknown, long failed, long skipped, long actedUpon) {

        /// Of a hundred, for a bar.
        public long done() {
            return recipients == 0 ? 0 : (recipients - pending) * 100 / recipients;
        }
    }

    public record InstallationStop(boolean stopped) {}
}
