package pl.odzew.notification.webhook.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.SellerId;
import pl.odzew.notification.secret.Vault;
import pl.odzew.notification.webhook.CallPolicy;
import pl.odzew.notification.webhook.Signature;
import pl.odzew.notification.webhook.Webhook;

/// Webhooks and their calls; every method belongs into the caller's transaction.
@ApplicationScoped
public class WebhookStore {

    private static final String WAITING = "WAITING";
    private static final String DONE = "DONE";
    private static final String GIVEN_UP = "GIVEN_UP";
    private static final int LONGEST_FAILURE = 500;

    private static final String NEXT_DUE = """
            select * from webhook_call where state = 'WAITING' and due_at <= ?1
             order by due_at limit 1 for update skip locked
            """;
    private static final String FORGET_OLD =
            "delete from webhook_call where state <> 'WAITING' and created_at < cast(?1 as timestamptz)";

    private final Vault vault;

    WebhookStore(Vault vault) {
        this.vault = vault;
    }

    /// A call that is to be made.
    ///
    /// @param notification absent for a trial
    /// @param attempt from 1; also the fence against a worker that was thought dead
    public record DueCall(
            UUID id, SellerId sellerId, @Nullable UUID notification, String type, int attempt, Instant createdAt) {}

    public Uni<Optional<Webhook>> find(SellerId seller) {
        return Panache.getSession()
                .flatMap(session -> session.find(WebhookEntity.class, seller.value()))
                .map(found -> found == null ? Optional.empty() : Optional.of(webhook(found)));
    }

    /// In the place of the one that is there.
    public Uni<Void> save(Webhook webhook) {
        return Panache.getSession()
                .flatMap(session -> session.find(
                                WebhookEntity.class, webhook.sellerId().value())
                        .flatMap(known -> {
                            var entity = known == null ? new WebhookEntity() : known;
                            entity.sellerId = webhook.sellerId().value();
                            entity.url = webhook.url().toString();
                            entity.sealedSecret =
                                    vault.seal(webhook.signature().secret().getBytes(UTF_8), boundTo(entity.sellerId));
                            entity.enabled = webhook.enabled();
                            entity.createdAt = webhook.createdAt();
                            entity.failingSince = webhook.failingSince();
                            return known == null ? session.persist(entity) : session.flush();
                        }));
    }

    /// Answers whether there was one.
    public Uni<Boolean> remove(SellerId seller) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery("delete from webhook_call where seller_id = ?1")
                        .setParameter(1, seller.value())
                        .executeUpdate()
                        .chain(() -> session.createNativeQuery("delete from webhook where seller_id = ?1")
                                .setParameter(1, seller.value())
                                .executeUpdate()))
                .map(removed -> removed > 0);
    }

    /// A call that tells nothing but that it comes.
    public Uni<Void> addTrial(SellerId seller, Instant now) {
        var call = new WebhookCallEntity();
        call.id = UUID.randomUUID();
        call.sellerId = seller.value();
        call.type = "webhook.test";
        call.state = WAITING;
        call.dueAt = now;
        call.createdAt = now;
        return Panache.getSession().flatMap(session -> session.persist(call));
    }

    /// Takes the call that has been due for longest; it is due again after the lease.
    public Uni<Optional<DueCall>> claimNextDue(Instant now, Duration lease) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(NEXT_DUE, WebhookCallEntity.class)
                        .setParameter(1, now)
                        .getSingleResultOrNull())
                .map(call -> {
                    if (call == null) {
                        return Optional.empty();
                    }
                    call.attempts++;
                    call.dueAt = now.plus(lease);
                    return Optional.of(new DueCall(
                            call.id,
                            new SellerId(call.sellerId),
                            call.notificationId,
                            call.type,
                            call.attempts,
                            call.createdAt));
                });
    }

    public Uni<Void> done(DueCall due) {
        return settle(due, DONE, null, null).chain(() -> changeFailing(due.sellerId(), null, true));
    }

    /// It is not wanted any more.
    public Uni<Void> drop(DueCall due) {
        return settle(due, GIVEN_UP, null, null);
    }

    /// @param status that the address answered; 0 when it did not
    public Uni<Void> failed(DueCall due, int status, String failure, Instant now) {
        Optional<Duration> pause = CallPolicy.pauseAfter(due.attempt());
        return settle(
                        due,
                        pause.isPresent() ? WAITING : GIVEN_UP,
                        pause.map(now::plus).orElse(null),
                        failure)
                .chain(() -> Panache.getSession())
                .flatMap(session ->
                        session.find(WebhookEntity.class, due.sellerId().value()))
                .flatMap(webhook -> {
                    if (webhook == null) {
                        return Uni.createFrom().voidItem();
                    }
                    Instant since = webhook.failingSince == null ? now : webhook.failingSince;
                    return changeFailing(due.sellerId(), since, !CallPolicy.isToBeLeftAlone(status, since, now));
                });
    }

    public Uni<Integer> forgetOlderThan(Instant moment) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(FORGET_OLD)
                        .setParameter(1, moment)
                        .executeUpdate());
    }

    private static Uni<Void> settle(DueCall due, String state, @Nullable Instant dueAt, @Nullable String failure) {
        return Panache.getSession()
                .flatMap(session -> session.find(WebhookCallEntity.class, due.id()))
                .invoke(call -> {
                    if (call != null && call.attempts == due.attempt() && call.state.equals(WAITING)) {
                        call.state = state;
                        call.lastFailure = shortened(failure);
                        call.dueAt = dueAt == null ? call.dueAt : dueAt;
                    }
                })
                .replaceWithVoid();
    }

    private static Uni<Void> changeFailing(SellerId seller, @Nullable Instant since, boolean enabled) {
        return Panache.getSession()
                .flatMap(session -> session.find(WebhookEntity.class, seller.value()))
                .invoke(webhook -> {
                    if (webhook != null) {
                        webhook.failingSince = since;
                        webhook.enabled = webhook.enabled && enabled;
                    }
                })
                .replaceWithVoid();
    }

    private Webhook webhook(WebhookEntity entity) {
        byte[] secret = vault.open(entity.sealedSecret, boundTo(entity.sellerId))
                .orElseThrow(() -> new IllegalStateException("the secret of a webhook was sealed otherwise"));
        return new Webhook(
                new SellerId(entity.sellerId),
                URI.create(entity.url),
                new Signature(new String(secret, UTF_8)),
                entity.enabled,
                entity.createdAt,
                entity.failingSince);
    }

    private static @Nullable String shortened(@Nullable String failure) {
        return failure == null ? null : failure.substring(0, Math.min(failure.length(), LONGEST_FAILURE));
    }

    private static String boundTo(String seller) {
        return "webhook/" + seller;
    }
}
