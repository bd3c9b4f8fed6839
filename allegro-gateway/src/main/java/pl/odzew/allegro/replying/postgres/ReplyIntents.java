package pl.odzew.allegro.replying.postgres;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import pl.odzew.allegro.replying.Attachable;
import pl.odzew.allegro.replying.ReplyState;
import pl.odzew.allegro.replying.Results;
import pl.odzew.events.reply.v1.ReplyFailed;
import pl.odzew.events.reply.v1.ReplyFailureReason;
import pl.odzew.events.reply.v1.ReplyRequested;
import pl.odzew.events.reply.v1.ReplyWithdrawn;
import pl.odzew.transport.outbox.Outbox;

/// Stores what is to be sent, and that it is no longer wanted. All within the caller's transaction.
@ApplicationScoped
public class ReplyIntents {

    private static final String WITHDRAWN = "select 1 from withdrawn_reply where reply_id = :reply";
    private static final String REMEMBER = """
            insert into withdrawn_reply (reply_id, seller_id, withdrawn_at) values (:reply, :seller, now())
                on conflict do nothing
            """;

    private final Outbox outbox;
    private final Clock clock;

    ReplyIntents(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /// A reply that is stored already stays as it is. What Allegro would refuse ends at once, with the
    /// reason.
    public Uni<Void> store(ReplyRequested requested) {
        Instant now = clock.instant();
        ReplyEntity intent = ReplyEntity.of(requested, now);
        if (intent == null) {
            return refuse(requested, "mails are not sent here", now);
        }
        Optional<String> refusal = Attachable.refusal(requested.attachments());
        if (refusal.isPresent()) {
            return refuse(requested, refusal.get(), now);
        }
        return Panache.getSession()
                .flatMap(session -> find(session, requested.replyId().value())
                        .flatMap(row -> row == null
                                ? persistUnlessWithdrawn(session, intent)
                                : Uni.createFrom().voidItem()));
    }

    private static Uni<Void> persistUnlessWithdrawn(Mutiny.Session session, ReplyEntity row) {
        return session.createNativeQuery(WITHDRAWN)
                .setParameter("reply", row.id)
                .getResultList()
                .flatMap(withdrawn -> withdrawn.isEmpty()
                        ? session.persist(row)
                        : Uni.createFrom().voidItem());
    }

    /// The request may come after all, from the dead letters: then it finds itself withdrawn.
    private static Uni<Void> remember(Mutiny.Session session, ReplyWithdrawn withdrawn) {
        return session.createNativeQuery(REMEMBER)
                .setParameter("reply", withdrawn.replyId().value())
                .setParameter("seller", withdrawn.sellerId().value())
                .executeUpdate()
                .replaceWithVoid();
    }

    /// In time: it ends here. On its way: it ends by itself, and is not sent again. Ended: that was told
    /// already.
    public Uni<Void> withdraw(ReplyWithdrawn withdrawn) {
        return Panache.getSession()
                .flatMap(session -> find(session, withdrawn.replyId().value()).flatMap(row -> {
                    if (row == null) {
                        return remember(session, withdrawn)
                                .chain(() -> outbox.add(Results.neverLeft(withdrawn, clock.instant())));
                    }
                    row.withdrawn = true;
                    if (row.state != ReplyState.PENDING) {
                        return Uni.createFrom().voidItem();
                    }
                    row.state = ReplyState.FAILED;
                    return outbox.add(Results.failed(row.read(), ReplyFailureReason.WITHDRAWN, null, clock.instant()));
                }));
    }

    private Uni<Void> refuse(ReplyRequested requested, String why, Instant now) {
        return outbox.add(Results.of(new ReplyFailed(
                requested.replyId(),
                requested.sellerId(),
                requested.target(),
                requested.conversationId(),
                now,
                ReplyFailureReason.REFUSED,
                why)));
    }

    /// The item is null for a reply that was never stored.
    private static Uni<ReplyEntity> find(Mutiny.Session session, UUID id) {
        return session.find(ReplyEntity.class, id, LockModeType.PESSIMISTIC_WRITE);
    }
}
