package pl.odzew.responder.answering.postgres;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.ConversationId;
import pl.odzew.events.SellerId;
import pl.odzew.events.Target;
import pl.odzew.responder.answering.RecordedDecision;
import pl.odzew.responder.answering.postgres.DecisionRow.Kind;
import pl.odzew.responder.decision.WaitReason;

/// Reads recorded decisions for sellers; all calls need a session.
@ApplicationScoped
public class DecisionLog {

    /// @param position where to go on: older entries have smaller ones
    public record Entry(long position, RecordedDecision decision) {}

    /// @param since when the longest-waiting buyer wrote; absent when nobody waits
    public record WaitingBuyers(long count, @Nullable Instant since) {}

    private final WaitingMessages messages;

    DecisionLog(WaitingMessages messages) {
        this.messages = messages;
    }

    /// The newest entries first.
    ///
    /// @param conversation absent for all
    /// @param before absent for the newest
    public Uni<List<Entry>> read(
            SellerId seller, @Nullable ConversationId conversation, @Nullable Long before, int limit) {
        return Panache.getSession()
                .flatMap(session -> session.createQuery("""
                                from DecisionRow
                                where sellerId = :seller and seq < :before
                                  and (:everywhere = true or conversationId = :conversation)
                                order by seq desc""", DecisionRow.class)
                        .setParameter("seller", seller.value())
                        .setParameter("before", before == null ? Long.MAX_VALUE : before)
                        .setParameter("everywhere", conversation == null)
                        .setParameter("conversation", conversation == null ? "" : conversation.value())
                        .setMaxResults(limit)
                        .getResultList())
                .map(rows -> rows.stream().map(this::entry).toList());
    }

    /// Who waits at the target for the seller's word.
    ///
    /// @param receivedAfter who wrote earlier waits no more
    public Uni<WaitingBuyers> waitingBuyers(Target target, Instant receivedAfter) {
        return Panache.getSession()
                .flatMap(session -> session.createQuery("""
                                from DecisionRow
                                where targetId = :target and outcome = :waiting and waitReason = :reason
                                  and receivedAt > :after
                                order by receivedAt""", DecisionRow.class)
                        .setParameter("target", target.id())
                        .setParameter("waiting", Kind.WAITING)
                        .setParameter("reason", WaitReason.SELLER_IS_ASKED)
                        .setParameter("after", receivedAfter)
                        .getResultList())
                .map(rows -> new WaitingBuyers(
                        rows.stream().map(DecisionRow::buyer).distinct().count(),
                        rows.isEmpty() ? null : rows.getFirst().receivedAt));
    }

    /// Sellers with messages that have waited since that moment or longer.
    public Uni<Set<SellerId>> sellersWithWaitingSince(Instant receivedUntil) {
        return Panache.getSession()
                .flatMap(session -> session.createQuery("""
                                select distinct sellerId from DecisionRow
                                where outcome = :waiting and receivedAt <= :until""", String.class)
                        .setParameter("waiting", Kind.WAITING)
                        .setParameter("until", receivedUntil)
                        .getResultList())
                .map(ids -> ids.stream().map(SellerId::new).collect(Collectors.toUnmodifiableSet()));
    }

    private Entry entry(DecisionRow row) {
        return new Entry(row.seq == null ? 0 : row.seq, row.toDecision(messages));
    }
}
