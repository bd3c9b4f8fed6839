package pl.odzew.responder.answering.postgres;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.SellerId;
import pl.odzew.events.Target;
import pl.odzew.events.message.v1.MessageReceived;
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

    /// How many messages of one day had one outcome.
    ///
    /// @param reason of silence or waiting; empty for replies
    public record Count(LocalDate day, String outcome, String reason, long count) {}

    /// How long answers of one day took, from the buyer's message until the server had it.
    public record AnswerTime(LocalDate day, double medianSeconds) {}

    /// A message as it was recorded, with its decision.
    public record Recorded(RecordedDecision decision, MessageReceived message) {}

    private static final String COUNTS = """
            select cast(received_at at time zone :zone as date), outcome,
                   coalesce(silence_reason, wait_reason, ''), count(*)
              from decision
             where seller_id = :seller and received_at >= :from and received_at < :to
             group by 1, 2, 3 order by 1, 2, 3
            """;

    private static final String ANSWER_TIMES = """
            select cast(received_at at time zone :zone as date),
                   percentile_cont(0.5) within group (order by extract(epoch from reply_state_since - received_at))
              from decision
             where seller_id = :seller and received_at >= :from and received_at < :to and reply_state = 'SENT'
             group by 1 order by 1
            """;

    /// Sellers of whom something is still to be done: replies to be asked back while a switch holds them, or
    /// messages to be decided that a switch no longer holds.
    private static final String TO_FOLLOW_STOP = """
            select distinct d.seller_id
              from decision d join seller s using (seller_id) cross join installation i
             where (s.stopped or i.stopped) and d.reply_state in ('REQUESTED', 'DEFERRED') and d.withdrawal is null
                or not (s.stopped or i.stopped) and d.outcome = 'WAITING' and d.wait_reason = 'STOPPED'
            """;

    private final KeptMessages messages;

    DecisionLog(KeptMessages messages) {
        this.messages = messages;
    }

    /// The newest entries first.
    ///
    /// @param before absent for the newest
    public Uni<List<Entry>> read(SellerId seller, DecisionFilter filter, @Nullable Long before, int limit) {
        var conditions = new StringBuilder("from DecisionRow where sellerId = :seller and seq < :before");
        var parameters = new HashMap<String, Object>();
        parameters.put("seller", seller.value());
        parameters.put("before", before == null ? Long.MAX_VALUE : before);
        restrict(conditions, parameters, " and conversationId = :conversation", "conversation", value(filter));
        restrict(conditions, parameters, " and channel = :channel", "channel", filter.channel());
        restrict(conditions, parameters, " and cast(outcome as String) = :outcome", "outcome", filter.outcome());
        restrict(
                conditions,
                parameters,
                " and (cast(silenceReason as String) = :reason or cast(waitReason as String) = :reason)",
                "reason",
                filter.reason());
        restrict(conditions, parameters, " and receivedAt >= :from", "from", filter.from());
        restrict(conditions, parameters, " and receivedAt < :to", "to", filter.to());
        conditions.append(" order by seq desc");
        return Panache.getSession().flatMap(session -> {
            var query = session.createQuery(conditions.toString(), DecisionRow.class);
            parameters.forEach(query::setParameter);
            return query.setMaxResults(limit)
                    .getResultList()
                    .flatMap(rows -> messages.neededBy(session, rows)
                            .map(kept -> rows.stream()
                                    .map(row -> new Entry(row.seq, row.toDecision(kept)))
                                    .toList()));
        });
    }

    private static @Nullable String value(DecisionFilter filter) {
        return filter.conversation() == null ? null : filter.conversation().value();
    }

    private static void restrict(
            StringBuilder conditions,
            Map<String, Object> parameters,
            String condition,
            String name,
            @Nullable Object value) {
        if (value != null) {
            conditions.append(condition);
            parameters.put(name, value);
        }
    }

    /// Per day of the zone, in which each message is counted on the day on which it came.
    public Uni<List<Count>> counts(SellerId seller, Instant from, Instant to, ZoneId zone) {
        return perDay(COUNTS, seller, from, to, zone)
                .map(rows -> rows.stream()
                        .map(row -> new Count(
                                (LocalDate) row[0], (String) row[1], (String) row[2], ((Number) row[3]).longValue()))
                        .toList());
    }

    public Uni<List<AnswerTime>> answerTimes(SellerId seller, Instant from, Instant to, ZoneId zone) {
        return perDay(ANSWER_TIMES, seller, from, to, zone)
                .map(rows -> rows.stream()
                        .map(row -> new AnswerTime((LocalDate) row[0], ((Number) row[1]).doubleValue()))
                        .toList());
    }

    private static Uni<List<Object[]>> perDay(String query, SellerId seller, Instant from, Instant to, ZoneId zone) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(query, Object[].class)
                        .setParameter("seller", seller.value())
                        .setParameter("from", from)
                        .setParameter("to", to)
                        .setParameter("zone", zone.getId())
                        .getResultList());
    }

    /// Messages whose words are still kept, the oldest first; of more than the limit the newest.
    public Uni<List<Recorded>> recorded(SellerId seller, Instant since, int limit) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery("""
                                select message_id, cast(message as text) from decision
                                where seller_id = :seller and received_at >= :since and message is not null
                                order by received_at desc, seq desc""", Object[].class)
                        .setParameter("seller", seller.value())
                        .setParameter("since", since)
                        .setMaxResults(limit)
                        .getResultList()
                        .flatMap(found -> {
                            var kept = new LinkedHashMap<String, MessageReceived>();
                            found.reversed().forEach(row -> kept.put((String) row[0], messages.read((String) row[1])));
                            return decisions(session, kept);
                        }));
    }

    private static Uni<List<Recorded>> decisions(Mutiny.Session session, Map<String, MessageReceived> kept) {
        if (kept.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return session.createQuery("from DecisionRow where messageId in :ids", DecisionRow.class)
                .setParameter("ids", kept.keySet())
                .getResultList()
                .map(rows -> {
                    var byId = new HashMap<String, DecisionRow>();
                    rows.forEach(row -> byId.put(row.messageId, row));
                    var recorded = new ArrayList<Recorded>();
                    kept.forEach((id, message) -> {
                        DecisionRow row = byId.get(id);
                        if (row != null) {
                            recorded.add(new Recorded(row.toDecision(kept), message));
                        }
                    });
                    return List.copyOf(recorded);
                });
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

    /// Sellers with messages whose time has come, or that have waited since that moment or longer.
    public Uni<Set<SellerId>> sellersWithDue(Instant now, Instant receivedUntil) {
        return Panache.getSession()
                .flatMap(session -> session.createQuery("""
                                select distinct sellerId from DecisionRow
                                where outcome = :waiting and (receivedAt <= :until or dueAt <= :now)""", String.class)
                        .setParameter("waiting", Kind.WAITING)
                        .setParameter("until", receivedUntil)
                        .setParameter("now", now)
                        .getResultList())
                .map(DecisionLog::sellers);
    }

    public Uni<Set<SellerId>> sellersToFollowStop() {
        return Panache.getSession()
                .flatMap(session ->
                        session.createNativeQuery(TO_FOLLOW_STOP, String.class).getResultList())
                .map(DecisionLog::sellers);
    }

    private static Set<SellerId> sellers(List<String> ids) {
        return ids.stream().map(SellerId::new).collect(Collectors.toUnmodifiableSet());
    }
}
