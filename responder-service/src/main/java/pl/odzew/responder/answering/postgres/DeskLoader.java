package pl.odzew.responder.answering.postgres;

import static java.util.stream.Collectors.toSet;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;
import pl.odzew.events.SellerId;
import pl.odzew.events.message.v1.Buyer;
import pl.odzew.events.message.v1.MessageAnsweredByPerson;
import pl.odzew.events.message.v1.MessageEvent;
import pl.odzew.events.message.v1.MessageReceived;
import pl.odzew.responder.decision.ReplyDecider;
import pl.odzew.responder.settings.postgres.TargetRow;
import pl.odzew.responder.settings.postgres.TargetRows;

/// Locks sellers and loads of their desks what some work needs: a fixed number of statements, however much work it is.
///
/// The lock comes first: each later statement sees what was committed before it, and nobody else writes a desk whose
/// lock is held.
@ApplicationScoped
class DeskLoader {

    private final TargetRows targetRows;
    private final ReplyDecider decider;
    private final Clock clock;

    DeskLoader(TargetRows targetRows, ReplyDecider decider, Clock clock) {
        this.targetRows = targetRows;
        this.decider = decider;
        this.clock = clock;
    }

    Uni<List<DeskRows>> load(Mutiny.Session session, DeskRequest request) {
        List<String> sellers =
                request.sellers().stream().map(SellerId::value).sorted().toList();
        var queries = new DeskQueries(session, sellers);
        return queries.lock()
                .flatMap(locked -> targetRows
                        .of(sellers)
                        .flatMap(targets -> subject(queries, request)
                                .flatMap(subject -> load(queries, request, locked, targets, subject))));
    }

    private Uni<List<DeskRows>> load(
            DeskQueries queries,
            DeskRequest request,
            List<SellerRow> locked,
            List<TargetRow> targets,
            List<DecisionRow> subject) {
        BuyerKeys named = BuyerKeys.of(buyers(request, subject));
        if (named.isEmpty()) {
            return Uni.createFrom().item(DeskRows.of(locked, targets, List.of(), subject, List.of()));
        }
        // A masked address leads to its login, and the login to all its masked addresses.
        return queries.identities(named)
                .flatMap(some -> queries.identities(named.and(some)))
                .flatMap(identities -> {
                    BuyerKeys keys = named.and(identities);
                    return queries.decisionsOf(keys, decider.policy().historyStart(clock.instant()))
                            .flatMap(decisions -> queries.personsAnswersTo(keys, conversations(request, decisions))
                                    .map(answers -> DeskRows.of(
                                            locked, targets, identities, union(subject, decisions), answers)));
                });
    }

    /// The decisions that the work is about, where it does not itself name the buyers.
    private static Uni<List<DecisionRow>> subject(DeskQueries queries, DeskRequest request) {
        return switch (request) {
            case DeskRequest.Messages _ -> Uni.createFrom().item(List.of());
            case DeskRequest.Results work ->
                queries.decisionsWith(work.results().stream()
                        .map(result -> result.replyId().value())
                        .toList());
            case DeskRequest.TargetChanges _ -> queries.openMailReplies();
            case DeskRequest.WaitingBuyers work ->
                queries.waitingAt(work.target().id());
            case DeskRequest.Overdue work -> queries.waitingSince(work.receivedUntil());
        };
    }

    private static List<Buyer> buyers(DeskRequest request, List<DecisionRow> subject) {
        return switch (request) {
            case DeskRequest.Messages work ->
                work.messages().stream().map(DeskLoader::buyer).toList();
            // Withdrawing looks at the replies alone.
            case DeskRequest.TargetChanges _ -> List.of();
            case DeskRequest.Results _, DeskRequest.WaitingBuyers _, DeskRequest.Overdue _ ->
                subject.stream().map(DecisionRow::buyer).toList();
        };
    }

    private static Buyer buyer(MessageEvent event) {
        return switch (event) {
            case MessageReceived message -> message.buyer();
            case MessageAnsweredByPerson answer -> answer.buyer();
        };
    }

    private static Set<String> conversations(DeskRequest request, List<DecisionRow> decisions) {
        Set<String> conversations =
                decisions.stream().map(row -> row.conversationId).collect(toSet());
        if (request instanceof DeskRequest.Messages work) {
            work.messages()
                    .forEach(message ->
                            conversations.add(message.conversationId().value()));
        }
        return conversations;
    }

    /// A session gives one object for one row, so that a row that was found twice is there once.
    private static List<DecisionRow> union(List<DecisionRow> some, List<DecisionRow> others) {
        var all = new LinkedHashSet<>(some);
        all.addAll(others);
        return List.copyOf(all);
    }
}
