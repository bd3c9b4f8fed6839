package pl.odzew.allegro.replying.postgres;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import pl.odzew.allegro.client.Await;
import pl.odzew.allegro.lease.Lease;
import pl.odzew.allegro.messaging.Message;
import pl.odzew.allegro.messaging.MessageId;
import pl.odzew.allegro.messaging.MessageStatus;
import pl.odzew.allegro.messaging.Place;
import pl.odzew.allegro.messaging.ThreadId;
import pl.odzew.allegro.replying.DeliveryCheck;
import pl.odzew.allegro.replying.Reply;
import pl.odzew.allegro.replying.ReplyState;
import pl.odzew.allegro.replying.Results;
import pl.odzew.events.AccountId;
import pl.odzew.events.ReplyId;
import pl.odzew.events.catalogue.CloudEvent;
import pl.odzew.events.reply.v1.ReplyFailureReason;
import pl.odzew.transport.outbox.Outbox;
import pl.odzew.transport.transaction.Transactions;

/// The steps of a reply's life, each a transaction, with its event where it ends. Calls block, for
/// workers on virtual threads; while the database is away they wait.
@ApplicationScoped
class Replies {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    /// Replies of accounts that are gone are everybody's: they end by the lock on their row.
    private static final String DUE_ACCOUNTS = """
            select distinct reply.account_id, coalesce(epoch_of_account, 0) as epoch
              from reply left join (select account_id, replica, epoch as epoch_of_account from account_poll) poll
                on poll.account_id = reply.account_id
             where state in ('PENDING', 'UNKNOWN') and next_at <= now()
               and (poll.replica = $1 or poll.account_id is null)
            """;
    private static final String NEXT = """
            select id from reply
             where account_id = $1 and state in ('PENDING', 'UNKNOWN') and next_at <= now()
             order by state desc, requested_at limit 1
            """;
    private static final String CLAIM = """
            update reply set state = 'SENDING', attempted_at = now(), epoch = $3
             where id = $1 and state = 'PENDING' and not withdrawn
               and exists (select 1 from account_poll poll
                            where poll.account_id = reply.account_id and replica = $2 and poll.epoch = $3 for share)
            """;
    private static final String POSTPONE = "update reply set next_at = $3 where id = $1 and state = $2";
    private static final String DUE_CHECKS = """
            select id, reply.account_id, provider_message_id
              from reply join account_poll poll on poll.account_id = reply.account_id
             where check_at <= now() and poll.replica = $1 order by check_at limit $2
            """;
    private static final String POSTPONE_CHECK = """
            update reply set check_at = now() + $2 * interval '1 millisecond' where id = $1 and check_at is not null
            """;
    private static final String HOLD_POSTING = "update account_poll set posting_held_until = $2 where account_id = $1";
    private static final String HELD_UNTIL =
            "select posting_held_until from account_poll where account_id = $1 and posting_held_until > now()";
    private static final String ABANDONED = """
            update reply set state = 'UNKNOWN', looks = 0, next_at = now()
             where state = 'SENDING'
               and (attempted_at <= now() - $2 * interval '1 millisecond'
                    or exists (select 1 from account_poll poll
                                where poll.account_id = reply.account_id and poll.replica = $1
                                  and poll.epoch is distinct from reply.epoch))
            """;

    private final Transactions transactions;
    private final Outbox outbox;
    private final Pool pool;
    private final DeliveryCheck deliveryCheck;
    private final Clock clock;

    Replies(Transactions transactions, Outbox outbox, Pool pool, ReplyingConfig config, Clock clock) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.pool = pool;
        this.deliveryCheck = new DeliveryCheck(config.checkDeliveryAfter());
        this.clock = clock;
    }

    /// The accounts for which this replica has something to send or to look for.
    List<Lease> dueAccounts(UUID replica) {
        return StreamSupport.stream(query(DUE_ACCOUNTS, Tuple.of(replica)).spliterator(), false)
                .map(row -> new Lease(new AccountId(row.getUUID("account_id")), replica, row.getLong("epoch")))
                .toList();
    }

    /// What is uncertain first, then the oldest.
    Optional<Reply> nextDue(AccountId account) {
        RowSet<Row> rows = query(NEXT, Tuple.of(account.value()));
        if (rows.size() == 0) {
            return Optional.empty();
        }
        var id = rows.iterator().next().getUUID("id");
        return Await.result(transactions
                .run(() -> Panache.getSession()
                        .flatMap(session -> session.find(ReplyEntity.class, id))
                        .map(row -> Optional.ofNullable(row).map(ReplyEntity::read)))
                .subscribeAsCompletionStage());
    }

    /// From now on it may stand at Allegro. Answers false where it was withdrawn or the lease is lost: it
    /// is not to be sent.
    boolean claim(Reply reply, Lease lease) {
        return query(CLAIM, Tuple.of(reply.id().value(), lease.replica(), lease.epoch()))
                        .rowCount()
                == 1;
    }

    /// Claims that nobody works on any more, of replicas that were killed or left behind or older than so
    /// long: whether they left, looking must tell.
    int abandoned(UUID replica, Duration ago) {
        return query(ABANDONED, Tuple.of(replica, ago.toMillis())).rowCount();
    }

    /// Proof that Allegro has it, at once or by looking; ends also a doubt that was given up.
    void sent(Reply reply, Message message) {
        change(reply, row -> row.state == ReplyState.GIVEN_UP || !row.state.isFinal(), (row, now) -> {
            row.state = ReplyState.SENT;
            row.providerMessageId = message.id().value();
            row.checkAt = reply.place() == Place.MESSAGES
                    ? deliveryCheck.first(message.status(), now).orElse(null)
                    : null;
            row.checks = 0;
            return Results.sent(reply, message.id(), now);
        });
    }

    /// Replies that Allegro accepted and of which it is time to ask what became of them.
    List<Check> dueChecks(UUID replica, int limit) {
        return StreamSupport.stream(query(DUE_CHECKS, Tuple.of(replica, limit)).spliterator(), false)
                .map(row -> new Check(
                        new ReplyId(row.getUUID("id")),
                        new AccountId(row.getUUID("account_id")),
                        new MessageId(row.getString("provider_message_id"))))
                .toList();
    }

    /// A reply that Allegro accepted, by Allegro's name for it.
    record Check(ReplyId reply, AccountId account, MessageId message) {}

    /// What Allegro says of it now.
    void checked(Check check, MessageStatus status) {
        change(check.reply(), row -> row.checkAt != null, (row, now) -> {
            row.checks++;
            Instant sentAt = row.attemptedAt == null ? now : row.attemptedAt;
            row.checkAt = switch (status) {
                case VERIFYING, UNKNOWN ->
                    deliveryCheck.next(row.checks, sentAt).orElse(null);
                case DELIVERED, BLOCKED, DISMISSED -> null;
            };
            return switch (status) {
                case BLOCKED, DISMISSED -> Results.blocked(row.read(), status.name(), now);
                case VERIFYING, UNKNOWN, DELIVERED -> null;
            };
        });
    }

    void postponeCheck(Check check, Duration pause) {
        query(POSTPONE_CHECK, Tuple.of(check.reply().value(), pause.toMillis()));
    }

    /// The daily limit is reached: this one waits, and so does every other of the account.
    void deferred(Reply reply, Lease lease, Instant until) {
        query(HOLD_POSTING, Tuple.of(reply.accountId().value(), until.atOffset(ZoneOffset.UTC)));
        change(reply, (row, now) -> {
            boolean mine = row.state == ReplyState.PENDING
                    || row.state == ReplyState.SENDING && Objects.equals(row.epoch, lease.epoch());
            if (!mine) {
                return null;
            }
            row.state = ReplyState.PENDING;
            row.nextAt = until.isBefore(reply.expiresAt()) ? until : reply.expiresAt();
            return Results.deferred(reply, until, now);
        });
    }

    /// Until when Allegro takes nothing more of this seller.
    Optional<Instant> postingHeldUntil(AccountId account) {
        return StreamSupport.stream(query(HELD_UNTIL, Tuple.of(account.value())).spliterator(), false)
                .map(row -> row.getOffsetDateTime("posting_held_until").toInstant())
                .findFirst();
    }

    /// A reply of which nothing was proved, and which stands in its thread after all.
    Optional<Reply> givenUp(ThreadId thread, Message found) {
        return Await.result(transactions
                .run(() -> Panache.getSession()
                        .flatMap(session -> session.createQuery(
                                        "from ReplyEntity where threadId = :thread and state = GIVEN_UP",
                                        ReplyEntity.class)
                                .setParameter("thread", thread.value())
                                .getResultList()))
                .map(rows -> rows.stream()
                        .map(ReplyEntity::read)
                        .filter(reply -> found.says(reply.text()))
                        .findFirst())
                .subscribeAsCompletionStage());
    }

    void failed(Reply reply, ReplyFailureReason reason, @Nullable String serverWords) {
        end(reply, ReplyState.FAILED, (_, now) -> Results.failed(reply, reason, serverWords, now));
    }

    void givenUp(Reply reply) {
        end(
                reply,
                ReplyState.GIVEN_UP,
                (row, now) -> Results.unknown(reply, row.attemptedAt == null ? now : row.attemptedAt, now));
    }

    /// Its sending ended without an answer: look at once.
    void uncertain(Reply reply) {
        move(reply, ReplyState.UNKNOWN, 0, clock.instant());
    }

    /// Nothing was taken: it may be sent later. The proof is of the claim under this lease, and of no
    /// later one.
    void notTaken(Reply reply, Lease lease, Duration pause) {
        change(reply, (row, now) -> {
            if (row.state == ReplyState.SENDING && Objects.equals(row.epoch, lease.epoch())) {
                row.state = ReplyState.PENDING;
                row.nextAt = now.plus(pause);
            }
            return null;
        });
    }

    /// Later, provided that it is still as it was read: what was claimed since stays claimed.
    void postpone(Reply reply, Instant until) {
        query(POSTPONE, Tuple.of(reply.id().value(), reply.state().name(), until.atOffset(ZoneOffset.UTC)));
    }

    /// One look proved nothing.
    void lookedInVain(Reply reply, Instant next) {
        move(reply, ReplyState.UNKNOWN, reply.looks() + 1, next);
    }

    private void move(Reply reply, ReplyState state, int looks, Instant nextAt) {
        change(reply, (row, _) -> {
            row.state = state;
            row.looks = looks;
            row.nextAt = nextAt;
            return null;
        });
    }

    private void end(Reply reply, ReplyState state, BiFunction<ReplyEntity, Instant, CloudEvent> event) {
        change(reply, (row, now) -> {
            row.state = state;
            return event.apply(row, now);
        });
    }

    /// What is final was withdrawn in the meantime, and that was told.
    private void change(Reply reply, BiFunction<ReplyEntity, Instant, @Nullable CloudEvent> change) {
        change(reply.id(), row -> !row.state.isFinal(), change);
    }

    private void change(
            Reply reply,
            Predicate<ReplyEntity> condition,
            BiFunction<ReplyEntity, Instant, @Nullable CloudEvent> change) {
        change(reply.id(), condition, change);
    }

    private void change(
            ReplyId id,
            Predicate<ReplyEntity> condition,
            BiFunction<ReplyEntity, Instant, @Nullable CloudEvent> change) {
        Await.result(transactions
                .run(() -> Panache.getSession()
                        .flatMap(session -> session.find(ReplyEntity.class, id.value(), LockModeType.PESSIMISTIC_WRITE))
                        .flatMap(row -> {
                            // An erased seller's reply is gone.
                            if (row == null || !condition.test(row)) {
                                return Uni.createFrom().voidItem();
                            }
                            CloudEvent event = change.apply(row, clock.instant());
                            return event == null ? Uni.createFrom().voidItem() : outbox.add(event);
                        }))
                .onFailure()
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .atMost(20)
                .subscribeAsCompletionStage());
    }

    private RowSet<Row> query(String sql, Tuple parameters) {
        return Await.result(pool.preparedQuery(sql).execute(parameters).subscribeAsCompletionStage());
    }
}
