package pl.odzew.mailbox.sending.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.hibernate.LockMode;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.ConversationId;
import pl.odzew.events.Event;
import pl.odzew.events.MailboxId;
import pl.odzew.events.ReplyId;
import pl.odzew.events.SellerId;
import pl.odzew.events.reply.v1.ReplyFailureReason;
import pl.odzew.events.reply.v1.ReplyRequested;
import pl.odzew.events.reply.v1.ReplyRoute;
import pl.odzew.events.reply.v1.ReplyWithdrawn;
import pl.odzew.mailbox.intake.ReturnedReplies;
import pl.odzew.mailbox.lease.Lease;
import pl.odzew.mailbox.lease.postgres.PostgresLeases;
import pl.odzew.mailbox.publication.Announcement;
import pl.odzew.mailbox.sending.Intent;
import pl.odzew.mailbox.sending.Intents;
import pl.odzew.mailbox.sending.ReplyMessageId;
import pl.odzew.mailbox.sending.Results;
import pl.odzew.mailbox.sending.Settlement;
import pl.odzew.mailbox.sending.postgres.IntentRow.State;
import pl.odzew.transport.outbox.Outbox;
import pl.odzew.transport.transaction.Transactions;

/// Intents in PostgreSQL. A claim compares the lease, so a replica that was left behind sends nothing.
@ApplicationScoped
public class PostgresIntents implements Intents, ReturnedReplies {

    private static final Logger LOG = Logger.getLogger(PostgresIntents.class);

    private static final String WITHDRAW_UNSEEN = """
            insert into reply_intent
                   (reply_id, mailbox_id, seller_id, conversation_id, state, created_at, expires_at, due_at, settled_at)
            values (:reply, :mailbox, :seller, :conversation, 'FAILED', :now, :now, :now, :now)
                on conflict do nothing
            """;

    private static final String STORE = """
            insert into reply_intent
                   (reply_id, mailbox_id, seller_id, conversation_id, request, state, created_at, expires_at, due_at)
            values (:reply, :mailbox, :seller, :conversation, :request, 'PENDING', :now, :expires, :now)
                on conflict do nothing
            """;

    private static final String CLAIM = """
            update reply_intent set state = 'SENDING', epoch = :epoch, attempted_at = :now
             where reply_id = :reply and state = 'PENDING' and expires_at > :now
               and exists (select 1 from mailbox_lease as lease
                            where lease.mailbox_id = reply_intent.mailbox_id
                              and lease.replica_id = :replica and lease.epoch = :epoch for share)
            """;

    /// Whoever holds the mailbox now looks for what an earlier holder had in hand; what lies too long is
    /// looked for although its own claim still stands.
    private static final String RECOVER = """
            update reply_intent set state = 'LOOKING', looks = 0, due_at = :now
             where state = 'SENDING'
               and (attempted_at < :abandoned
                    or exists (select 1 from mailbox_lease as lease
                                where lease.mailbox_id = reply_intent.mailbox_id
                                  and lease.replica_id = :replica and lease.epoch <> reply_intent.epoch))
            """;

    private static final String DUE = """
            select distinct intent.mailbox_id, coalesce(lease.epoch, 0)
              from reply_intent intent
              left join mailbox on mailbox.id = intent.mailbox_id
              left join mailbox_lease as lease on lease.mailbox_id = intent.mailbox_id
             where intent.state in ('PENDING', 'LOOKING')
               and (mailbox.id is null or lease.replica_id = :replica)
               and (intent.due_at <= :now and (mailbox.id is null or mailbox.status = 'OK')
                    or intent.expires_at <= :now and (intent.state = 'PENDING' or mailbox.status <> 'OK'))
            """;

    private static final String NEXT = """
            from IntentRow
             where mailboxId = :mailbox
               and ((:expiredOnly = false and state in (PENDING, LOOKING) and dueAt <= :now)
                    or (state = PENDING and expiresAt <= :now)
                    or (:expiredOnly = true and state = LOOKING and expiresAt <= :now))
             order by createdAt, replyId
            """;

    private static final String USAGE = """
            select count(*), cast(extract(epoch from min(attempted_at)) * 1000 as bigint) from reply_intent
             where mailbox_id = :mailbox and attempted_at > :since
               and state in ('SENDING', 'LOOKING', 'SENT', 'UNKNOWN', 'BOUNCED')
            """;

    /// Longer than any transport lives: a claim of our own that is older was forgotten by a failure of the
    /// database.
    private static final Duration ABANDONED_AFTER = Duration.ofMinutes(5);

    private final Transactions transactions;
    private final Outbox outbox;
    private final PostgresLeases leases;
    private final ObjectMapper json;
    private final Clock clock;

    PostgresIntents(Transactions transactions, Outbox outbox, PostgresLeases leases, ObjectMapper json, Clock clock) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.leases = leases;
        this.json = json;
        this.clock = clock;
    }

    /// Remembers a reply that was asked for, once; within the caller's transaction.
    public Uni<Void> store(ReplyRequested reply) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(STORE)
                        .setParameter("reply", reply.replyId().value())
                        .setParameter("mailbox", reply.target().id())
                        .setParameter("seller", reply.sellerId().value())
                        .setParameter("conversation", reply.conversationId().value())
                        .setParameter("request", written(reply))
                        .setParameter("now", clock.instant())
                        .setParameter("expires", reply.expiresAt())
                        .executeUpdate())
                .replaceWithVoid();
    }

    /// Takes a reply back if it has not left yet; within the caller's transaction. Where it has, its own
    /// result says so.
    public Uni<Void> withdraw(ReplyWithdrawn withdrawn) {
        return locked(withdrawn.replyId()).flatMap(found -> {
            IntentRow row = found.orElse(null);
            if (row != null && row.state != State.PENDING) {
                return Uni.createFrom().voidItem();
            }
            Instant now = clock.instant();
            Uni<Void> settled = row == null ? remember(withdrawn, now) : settled(row, now);
            return settled.chain(() -> announce(
                    List.of(Results.failed(
                            withdrawn.replyId(),
                            withdrawn.sellerId(),
                            new MailboxId(withdrawn.target().id()),
                            withdrawn.conversationId(),
                            ReplyFailureReason.WITHDRAWN,
                            now)),
                    now));
        });
    }

    private static Uni<Void> settled(IntentRow row, Instant now) {
        row.settle(State.FAILED, now);
        return Uni.createFrom().voidItem();
    }

    /// The request may come after all, from the dead letters: then it finds itself withdrawn.
    private static Uni<Void> remember(ReplyWithdrawn withdrawn, Instant now) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(WITHDRAW_UNSEEN)
                        .setParameter("reply", withdrawn.replyId().value())
                        .setParameter("mailbox", withdrawn.target().id())
                        .setParameter("seller", withdrawn.sellerId().value())
                        .setParameter("conversation", withdrawn.conversationId().value())
                        .setParameter("now", now)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /// Finds claims that nobody holds any more: left by a crash, or by a replica that was fenced off.
    /// They may have been sent, so they are looked for.
    public Uni<Integer> recoverClaims() {
        Instant now = clock.instant();
        return transactions.run(() -> Panache.getSession()
                .flatMap(session -> session.createNativeQuery(RECOVER)
                        .setParameter("now", now)
                        .setParameter("replica", leases.replica())
                        .setParameter("abandoned", now.minus(ABANDONED_AFTER))
                        .executeUpdate()));
    }

    @Override
    public CompletionStage<List<Lease>> due() {
        return transactions
                .run(() -> Panache.getSession()
                        .flatMap(session -> session.createNativeQuery(DUE, Object[].class)
                                .setParameter("replica", leases.replica())
                                .setParameter("now", clock.instant())
                                .getResultList())
                        .map(rows -> rows.stream()
                                .map(row -> new Lease(new MailboxId((UUID) row[0]), ((Number) row[1]).longValue()))
                                .toList()))
                .subscribeAsCompletionStage();
    }

    @Override
    public CompletionStage<Optional<Intent>> nextDue(MailboxId mailbox, boolean expiredOnly) {
        return transactions
                .run(() -> Panache.getSession()
                        .flatMap(session -> session.createQuery(NEXT, IntentRow.class)
                                .setParameter("mailbox", mailbox.value())
                                .setParameter("expiredOnly", expiredOnly)
                                .setParameter("now", clock.instant())
                                .setMaxResults(1)
                                .getResultList())
                        .map(rows -> rows.stream().findFirst().map(this::intent)))
                .subscribeAsCompletionStage();
    }

    @Override
    public CompletionStage<Boolean> claim(Lease lease, ReplyId reply) {
        return transactions
                .run(() -> Panache.getSession()
                        .flatMap(session -> session.createNativeQuery(CLAIM)
                                .setParameter("reply", reply.value())
                                .setParameter("replica", leases.replica())
                                .setParameter("epoch", lease.epoch())
                                .setParameter("now", clock.instant())
                                .executeUpdate())
                        .map(claimed -> claimed == 1))
                .subscribeAsCompletionStage();
    }

    @Override
    public CompletionStage<Void> settle(Lease lease, Intent intent, Settlement settlement) {
        return transactions
                .run(() -> locked(intent.replyId()).flatMap(found -> {
                    IntentRow row = found.orElse(null);
                    if (row == null || !row.state.isOpen() || isAnothers(row, lease)) {
                        return Uni.createFrom().voidItem();
                    }
                    Instant now = clock.instant();
                    write(row, settlement, now);
                    return outbox.addAll(Results.of(intent, settlement, now).stream()
                            .map(event ->
                                    Announcement.caused(event, intent.request().inReplyTo(), now))
                            .toList());
                }))
                .subscribeAsCompletionStage();
    }

    @Override
    public CompletionStage<Usage> usage(MailboxId mailbox, Instant since) {
        return transactions
                .run(() -> Panache.getSession()
                        .flatMap(session -> session.createNativeQuery(USAGE, Object[].class)
                                .setParameter("mailbox", mailbox.value())
                                .setParameter("since", since)
                                .getSingleResult())
                        .map(row -> new Usage(
                                ((Number) row[0]).intValue(),
                                row[1] instanceof Number oldest ? Instant.ofEpochMilli(oldest.longValue()) : null)))
                .subscribeAsCompletionStage();
    }

    @Override
    public CompletionStage<Void> returned(MailboxId mailbox, List<String> messageIds) {
        List<ReplyId> replies = messageIds.stream()
                .flatMap(messageId -> ReplyMessageId.read(messageId).stream())
                .distinct()
                .toList();
        return transactions
                .run(() -> replies.stream()
                        .map(reply -> bounced(mailbox, reply))
                        .reduce(Uni.createFrom().voidItem(), (before, next) -> before.chain(() -> next)))
                .subscribeAsCompletionStage();
    }

    private Uni<Void> bounced(MailboxId mailbox, ReplyId reply) {
        return locked(reply).flatMap(found -> {
            IntentRow row = found.orElse(null);
            if (row == null
                    || !row.mailboxId.equals(mailbox.value())
                    || row.state == State.PENDING
                    || row.state == State.FAILED
                    || row.state == State.BOUNCED) {
                return Uni.createFrom().voidItem();
            }
            Instant now = clock.instant();
            row.settle(State.BOUNCED, now);
            return announce(
                    List.of(Results.failed(
                            reply,
                            new SellerId(row.sellerId),
                            mailbox,
                            new ConversationId(row.conversationId),
                            ReplyFailureReason.BOUNCED,
                            now)),
                    now);
        });
    }

    private boolean isAnothers(IntentRow row, Lease lease) {
        boolean anothers = row.state == State.SENDING && row.epoch != lease.epoch();
        if (anothers) {
            LOG.warnf("A reply was taken over by another replica: replyId=%s", row.replyId);
        }
        return anothers;
    }

    private static void write(IntentRow row, Settlement settlement, Instant now) {
        switch (settlement) {
            case Settlement.Sent _ -> row.settle(State.SENT, now);
            case Settlement.Failed _, Settlement.AnsweredByPerson _ -> row.settle(State.FAILED, now);
            case Settlement.Unproved _ -> row.settle(State.UNKNOWN, now);
            case Settlement.Doubtful doubtful -> {
                row.state = State.LOOKING;
                row.attemptedAt = doubtful.attemptedAt();
                row.looks = doubtful.looks();
                row.dueAt = doubtful.lookAt();
            }
            case Settlement.Deferred deferred -> {
                pending(row, deferred.until());
                row.deferred = true;
            }
            case Settlement.Postponed postponed -> pending(row, postponed.until());
        }
    }

    private static void pending(IntentRow row, Instant dueAt) {
        row.state = State.PENDING;
        row.attemptedAt = null;
        row.dueAt = dueAt;
    }

    private Uni<Void> announce(List<Event> events, Instant now) {
        return outbox.addAll(
                events.stream().map(event -> Announcement.of(event, now)).toList());
    }

    private static Uni<Optional<IntentRow>> locked(ReplyId reply) {
        return Panache.getSession()
                .flatMap(session -> session.find(IntentRow.class, reply.value(), LockMode.PESSIMISTIC_WRITE))
                .map(Optional::ofNullable);
    }

    private Intent intent(IntentRow row) {
        ReplyRequested request = read(row.request);
        if (!(request.route() instanceof ReplyRoute.Mail route)) {
            throw new IllegalStateException("not a mail: " + row.replyId);
        }
        Intent.Stage stage = row.state == State.LOOKING
                ? new Intent.Stage.Doubtful(row.attemptedAt == null ? row.createdAt : row.attemptedAt, row.looks)
                : new Intent.Stage.Pending();
        return new Intent(request, route, stage, row.deferred);
    }

    private String written(ReplyRequested reply) {
        try {
            return json.writeValueAsString(reply);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a request cannot be written", e);
        }
    }

    private ReplyRequested read(@Nullable String request) {
        try {
            return json.readValue(request == null ? "null" : request, ReplyRequested.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a request cannot be read", e);
        }
    }
}
