package pl.odzew.responder.answering.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.SellerId;
import pl.odzew.responder.access.rest.CurrentSeller;
import pl.odzew.responder.access.rest.Paging;
import pl.odzew.responder.answering.postgres.DecisionLog;
import pl.odzew.responder.problem.rest.ProblemException;
import pl.odzew.responder.rule.postgres.SellerDocuments;

/// What became of each message of the seller's buyers, the newest first.
@Path("/api/v1/decisions")
@Tag(name = "Decisions")
@Authenticated
public class DecisionsResource {

    private static final Duration STATISTICS = Duration.ofDays(30);
    private static final Duration LONGEST_STATISTICS = Duration.ofDays(366);

    /// @param next the cursor of the next page; absent on the last
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "DecisionPage")
    record PageView(List<DecisionView> items, @Nullable String next) {}

    /// @param day of the seller's time zone
    /// @param silent how many were not answered, by reason
    /// @param waiting how many wait, by reason
    /// @param medianAnswerSeconds from the buyer's message until the server had the answer; absent without one
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "DayStatistics")
    record DayView(
            LocalDate day,
            long received,
            long answered,
            Map<String, Long> silent,
            Map<String, Long> waiting,
            @Nullable Long medianAnswerSeconds) {}

    @Schema(name = "Statistics")
    record StatisticsView(String zone, List<DayView> days) {}

    private final CurrentSeller seller;
    private final DecisionLog log;
    private final SellerDocuments documents;
    private final Clock clock;

    DecisionsResource(CurrentSeller seller, DecisionLog log, SellerDocuments documents, Clock clock) {
        this.seller = seller;
        this.log = log;
        this.documents = documents;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "What became of each message, the newest first")
    public Uni<PageView> list(
            @BeanParam DecisionQuery query,
            @RestQuery @DefaultValue("50") int limit,
            @RestQuery @Nullable Long cursor) {
        Paging.check(limit);
        SellerId sellerId = seller.id();
        var filter = query.toFilter();
        return Panache.withSession(() -> log.read(sellerId, filter, cursor, limit + 1))
                .map(entries -> page(entries, limit));
    }

    /// Counted on the day on which a message came.
    @GET
    @Path("/statistics")
    @Operation(summary = "Per day: answered, silent by reason, waiting, median time to answer; 30 days by default")
    public Uni<StatisticsView> statistics(@RestQuery @Nullable String from, @RestQuery @Nullable String to) {
        SellerId sellerId = seller.id();
        Instant end = to == null ? clock.instant() : DecisionQuery.instant("to", to);
        Instant start = from == null ? end.minus(STATISTICS) : DecisionQuery.instant("from", from);
        if (Duration.between(start, end).compareTo(LONGEST_STATISTICS) > 0) {
            throw ProblemException.invalid("from", "at most " + LONGEST_STATISTICS.toDays() + " days expected");
        }
        return Panache.withSession(() -> documents.of(sellerId).flatMap(settings -> {
            ZoneId zone = settings.hours().zone();
            return log.counts(sellerId, start, end, zone)
                    .flatMap(counts -> log.answerTimes(sellerId, start, end, zone)
                            .map(times -> new StatisticsView(zone.getId(), days(counts, times))));
        }));
    }

    private static List<DayView> days(List<DecisionLog.Count> counts, List<DecisionLog.AnswerTime> times) {
        var medians = new TreeMap<LocalDate, Long>();
        times.forEach(time -> medians.put(time.day(), Math.round(time.medianSeconds())));
        var byDay = new TreeMap<LocalDate, List<DecisionLog.Count>>();
        counts.forEach(count ->
                byDay.computeIfAbsent(count.day(), _ -> new ArrayList<>()).add(count));
        return byDay.entrySet().stream()
                .map(entry -> day(entry.getKey(), entry.getValue(), medians.get(entry.getKey())))
                .toList();
    }

    private static DayView day(LocalDate day, List<DecisionLog.Count> counts, @Nullable Long median) {
        return new DayView(
                day,
                counts.stream().mapToLong(DecisionLog.Count::count).sum(),
                of(counts, DecisionView.Kind.REPLY).values().stream()
                        .mapToLong(Long::longValue)
                        .sum(),
                of(counts, DecisionView.Kind.SILENCE),
                of(counts, DecisionView.Kind.WAITING),
                median);
    }

    private static Map<String, Long> of(List<DecisionLog.Count> counts, DecisionView.Kind outcome) {
        var byReason = new TreeMap<String, Long>();
        counts.stream()
                .filter(count -> count.outcome().equals(outcome.name()))
                .forEach(count -> byReason.merge(count.reason(), count.count(), Long::sum));
        return byReason;
    }

    private static PageView page(List<DecisionLog.Entry> entries, int limit) {
        List<DecisionLog.Entry> shown = entries.subList(0, Math.min(limit, entries.size()));
        return new PageView(
                shown.stream().map(DecisionView::of).toList(),
                entries.size() > limit ? Long.toString(shown.getLast().position()) : null);
    }
}
