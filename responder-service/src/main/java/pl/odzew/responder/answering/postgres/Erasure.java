package pl.odzew.responder.answering.postgres;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import pl.odzew.events.ConversationId;
import pl.odzew.events.Event;
import pl.odzew.events.EventId;
import pl.odzew.events.ReplyId;
import pl.odzew.events.SellerId;
import pl.odzew.events.Target;
import pl.odzew.events.catalogue.CloudEvent;
import pl.odzew.events.catalogue.Service;
import pl.odzew.events.catalogue.Topic;
import pl.odzew.events.reply.v1.ReplyWithdrawn;
import pl.odzew.events.reply.v1.WithdrawalReason;
import pl.odzew.events.seller.v1.SellerErasureDone;
import pl.odzew.events.seller.v1.SellerErasureRequested;
import pl.odzew.transport.inbox.ReceivedEvent;
import pl.odzew.transport.outbox.Outbox;

/// Forgets sellers who asked for it; all calls need a transaction.
@ApplicationScoped
public class Erasure {

    /// The seller's own row last: it is the lock, and others refer to it.
    private static final List<String> TABLES = List.of(
            "decision",
            "persons_answer",
            "buyer_identity",
            "audit",
            "attachment",
            "seller_document",
            "target",
            "seller");

    private final Outbox outbox;
    private final Clock clock;
    private final String service;

    Erasure(Outbox outbox, Clock clock, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.outbox = outbox;
        this.clock = clock;
        this.service = service;
    }

    /// Everything of the seller goes, replies that have not left are asked back, and the compacted settings are
    /// ended.
    public Uni<Void> erase(SellerErasureRequested request) {
        Instant now = clock.instant();
        SellerId seller = request.sellerId();
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(
                                "select seller_id from seller where seller_id = :seller for update", String.class)
                        .setParameter("seller", seller.value())
                        .getResultList()
                        .chain(() -> session.createQuery(
                                        "from DecisionRow where sellerId = :seller and replyState in ('REQUESTED', 'DEFERRED')",
                                        DecisionRow.class)
                                .setParameter("seller", seller.value())
                                .getResultList()))
                .flatMap(open -> outbox.addAll(
                        open.stream().map(row -> withdrawn(row, now)).toList()))
                .chain(() -> Multi.createFrom()
                        .iterable(TABLES)
                        .onItem()
                        .transformToUniAndConcatenate(table -> delete(table, seller))
                        .collect()
                        .last())
                .chain(() -> remember(seller, now))
                .chain(() -> outbox.forget(Topic.AUTORESPONDER_SETTINGS, List.of(seller.value())))
                .chain(() -> outbox.add(event(
                        "erased-" + request.requestId() + "-" + service,
                        now,
                        new SellerErasureDone(seller, request.requestId(), service, now))));
    }

    /// Those events that were not told before their seller was erased.
    public Uni<List<ReceivedEvent>> stillWanted(List<ReceivedEvent> events) {
        var digests = new HashMap<SellerId, String>();
        events.forEach(
                received -> digests.computeIfAbsent(received.event().data().sellerId(), Erasure::digest));
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(
                                "select digest, erased_at from erased_seller where digest in :digests", Object[].class)
                        .setParameter("digests", digests.values())
                        .getResultList())
                .map(rows -> rows.isEmpty() ? events : withoutErased(events, digests, rows));
    }

    private static List<ReceivedEvent> withoutErased(
            List<ReceivedEvent> events, Map<SellerId, String> digests, List<Object[]> rows) {
        var erasedAt = new HashMap<String, Instant>();
        rows.forEach(row -> erasedAt.put((String) row[0], ((OffsetDateTime) row[1]).toInstant()));
        return events.stream()
                .filter(received -> {
                    String digest = digests.get(received.event().data().sellerId());
                    Instant erased = digest == null ? null : erasedAt.get(digest);
                    return erased == null || received.event().time().isAfter(erased);
                })
                .toList();
    }

    private static Uni<Integer> delete(String table, SellerId seller) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery("delete from " + table + " where seller_id = :seller")
                        .setParameter("seller", seller.value())
                        .executeUpdate());
    }

    private static Uni<Void> remember(SellerId seller, Instant now) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery("""
                                insert into erased_seller (digest, erased_at) values (:digest, :at)
                                    on conflict (digest) do update set erased_at = excluded.erased_at""")
                        .setParameter("digest", digest(seller))
                        .setParameter("at", now)
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static CloudEvent withdrawn(DecisionRow row, Instant now) {
        UUID reply = row.replyId;
        if (reply == null) {
            throw new IllegalStateException("a reply without an id");
        }
        return event(
                "erased-" + reply,
                now,
                new ReplyWithdrawn(
                        new ReplyId(reply),
                        new SellerId(row.sellerId),
                        new Target(row.channel, row.targetId),
                        new ConversationId(row.conversationId),
                        WithdrawalReason.SELLER_ERASED,
                        now));
    }

    private static CloudEvent event(String id, Instant now, Event data) {
        return new CloudEvent(new EventId(shortened(id)), Service.RESPONDER_SERVICE.source(), now, data, null);
    }

    /// An id has room for 64 characters.
    private static String shortened(String id) {
        return UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static String digest(SellerId seller) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(seller.value().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
