package pl.odzew.notification.board;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pl.odzew.notification.alert.Incident;
import pl.odzew.notification.alert.Problem;

/// What a notification says.
public sealed interface Content {

    /// A way out of a lost Allegro consent, beside those of a mailbox.
    String LINK_AGAIN = "LINK_AGAIN";

    NotificationKind kind();

    /// A mailbox or an Allegro account is locked out.
    ///
    /// @param subjectName the address of the mailbox, or the login of the account
    /// @param remedies what ends it, best first
    record LockedOut(
            NotificationKind kind,
            UUID subjectId,
            String subjectName,
            String reason,
            String serverWords,
            List<String> remedies)
            implements Content {

        public LockedOut {
            requireNonNull(kind, "kind is null");
            requireNonNull(subjectId, "subjectId is null");
            requireNonNull(subjectName, "subjectName is null");
            requireNonNull(reason, "reason is null");
            requireNonNull(serverWords, "serverWords is null");
            remedies = List.copyOf(remedies);
        }
    }

    /// Replies that need a person's eye.
    ///
    /// @param counts how many for each sort of problem
    record ReplyProblems(Map<String, Long> counts) implements Content {

        public ReplyProblems {
            counts = Map.copyOf(counts);
        }

        @Override
        public NotificationKind kind() {
            return NotificationKind.REPLY_PROBLEMS;
        }
    }

    /// The operator's words, in the seller's language.
    record Announced(String title, @Nullable String body) implements Content {

        public Announced {
            requireNonNull(title, "title is null");
        }

        @Override
        public NotificationKind kind() {
            return NotificationKind.ANNOUNCEMENT;
        }
    }

    static Content of(Incident incident) {
        return switch (incident.problem()) {
            case Problem.MailboxRefused refused ->
                lockedOut(
                        NotificationKind.MAILBOX_AUTH_FAILED,
                        incident,
                        refused.reason().name(),
                        refused.remedies().stream().map(Enum::name).collect(Collectors.toList()));
            case Problem.AccountRefused refused ->
                lockedOut(
                        NotificationKind.ALLEGRO_ACCOUNT_AUTH_FAILED,
                        incident,
                        refused.reason().name(),
                        List.of(LINK_AGAIN));
        };
    }

    private static LockedOut lockedOut(NotificationKind kind, Incident incident, String reason, List<String> ways) {
        return new LockedOut(
                kind,
                incident.subject().id(),
                incident.subject().name(),
                reason,
                incident.problem().serverWords(),
                ways);
    }
}
