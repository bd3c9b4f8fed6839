package pl.odzew.mailbox.sending;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.Event;
import pl.odzew.events.MailboxId;
import pl.odzew.events.ReplyId;
import pl.odzew.events.reply.v1.ReplyRequested;
import pl.odzew.events.reply.v1.ReplyRoute;
import pl.odzew.mailbox.lease.Lease;

/// Intents in memory, with the events that were announced; every stage is complete at once.
final class MemoryIntents implements Intents {

    private static final class Row {
        private final ReplyRequested request;
        private Intent.Stage stage = new Intent.Stage.Pending();
        private Instant dueAt;
        private @Nullable Instant attemptedAt;
        private boolean claimed;
        private boolean deferred;
        private boolean settled;

        private Row(ReplyRequested request, Instant now) {
            this.request = request;
            this.dueAt = now;
        }
    }

    private final Clock clock;
    private final Map<ReplyId, Row> rows = new LinkedHashMap<>();
    private long epoch = 1;
    private final List<Event> announced = new ArrayList<>();

    MemoryIntents(Clock clock) {
        this.clock = clock;
    }

    void store(ReplyRequested request) {
        rows.putIfAbsent(request.replyId(), new Row(request, clock.instant()));
    }

    /// What a start after a crash does with claims that were left behind.
    void recoverClaims() {
        rows.values().stream().filter(row -> row.claimed).forEach(row -> {
            row.claimed = false;
            row.stage = new Intent.Stage.Doubtful(Objects.requireNonNull(row.attemptedAt), 0);
            row.dueAt = clock.instant();
        });
    }

    /// Another replica holds the mailbox from now on.
    void changeHands() {
        epoch++;
    }

    List<Event> announced() {
        return List.copyOf(announced);
    }

    @Override
    public CompletionStage<List<Lease>> due() {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<Optional<Intent>> nextDue(MailboxId mailbox, boolean expiredOnly) {
        Instant now = clock.instant();
        return CompletableFuture.completedFuture(rows.values().stream()
                .filter(row -> !row.settled && !row.claimed)
                .filter(row -> expired(row, now, expiredOnly) || (!expiredOnly && !row.dueAt.isAfter(now)))
                .findFirst()
                .map(row -> new Intent(row.request, (ReplyRoute.Mail) row.request.route(), row.stage, row.deferred)));
    }

    @Override
    public CompletionStage<Boolean> claim(Lease lease, ReplyId reply) {
        if (lease.epoch() != epoch) {
            return CompletableFuture.completedFuture(false);
        }
        Row row = row(reply);
        row.claimed = true;
        row.attemptedAt = clock.instant();
        return CompletableFuture.completedFuture(true);
    }

    @Override
    public CompletionStage<Void> settle(Lease lease, Intent intent, Settlement settlement) {
        Row row = row(intent.replyId());
        row.claimed = false;
        announced.addAll(Results.of(intent, settlement, clock.instant()));
        switch (settlement) {
            case Settlement.Final _ -> row.settled = true;
            case Settlement.Doubtful doubtful -> {
                row.stage = new Intent.Stage.Doubtful(doubtful.attemptedAt(), doubtful.looks());
                row.dueAt = doubtful.lookAt();
            }
            case Settlement.Deferred deferred -> {
                row.deferred = true;
                row.attemptedAt = null;
                row.dueAt = deferred.until();
            }
            case Settlement.Postponed postponed -> {
                row.attemptedAt = null;
                row.dueAt = postponed.until();
            }
        }
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<Usage> usage(MailboxId mailbox, Instant since) {
        List<Instant> sent = rows.values().stream()
                .map(row -> row.attemptedAt)
                .filter(Objects::nonNull)
                .filter(since::isBefore)
                .sorted()
                .toList();
        return CompletableFuture.completedFuture(new Usage(sent.size(), sent.isEmpty() ? null : sent.getFirst()));
    }

    private static boolean expired(Row row, Instant now, boolean expiredOnly) {
        return (expiredOnly || row.stage instanceof Intent.Stage.Pending) && !now.isBefore(row.request.expiresAt());
    }

    private Row row(ReplyId reply) {
        return Objects.requireNonNull(rows.get(reply));
    }
}
