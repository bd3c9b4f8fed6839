package pl.odzew.responder.answering.postgres;

import static java.util.stream.Collectors.toSet;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;
import pl.odzew.events.EventId;
import pl.odzew.events.SellerId;
import pl.odzew.events.message.v1.Buyer;
import pl.odzew.events.message.v1.MessageAnsweredByPerson;
import pl.odzew.events.message.v1.MessageEvent;
import pl.odzew.events.message.v1.MessageReceived;
import pl.odzew.responder.decision.ReplyPolicy;
import pl.odzew.responder.decision.WaitReason;
import pl.odzew.responder.rule.postgres.SellerDocuments;
import pl.odzew.responder.rule.postgres.SellerDocuments.Settings;
import pl.odzew.responder.rule.postgres.SellerDocuments.Versions;
import pl.odzew.responder.settings.postgres.TargetRow;
import pl.odzew.responder.settings.postgres.TargetRows;

/// Locks sellers and loads of their desks what some work needs: a fixed number of statements, however much work
/// it is.
///
/// The lock comes first: each later statement sees what was committed before it, and nobody else writes a desk whose
/// lock is held.
@ApplicationScoped
class DeskLoader {

    private final TargetRows targetRows;
    private final SellerDocuments documents;
    private final KeptMessages messages;
    private final Clock clock;

    DeskLoader(TargetRows targetRows, SellerDocuments documents, KeptMessages messages, Clock clock) {
        this.targetRows = targetRows;
        this.documents = documents;
        this.messages = messages;
        this.clock = clock;
    }

    /// What belongs to the sellers alone, and is loaded for every work.
    private record Sellers(
            List<SellerRow> rows,
            boolean installationStopped,
            List<TargetRow> targets,
            Map<String, Settings> settings) {

        Duration longestWindow() {
            return settings.values().stream()
                    .map(settings -> settings.rules().window())
                    .max(Comparator.naturalOrder())
                    .orElse(Duration.ZERO);
        }

        List<String> askingForKnownBuyers() {
            return settings.entrySet().stream()
                    .filter(entry -> entry.getValue().rules().asksForKnownBuyers())
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }

    Uni<List<DeskRows>> load(Mutiny.Session session, DeskRequest request) {
        List<String> ids =
                request.sellers().stream().map(SellerId::value).sorted().toList();
        var queries = new DeskQueries(session, ids);
        return queries.lock()
                .flatMap(locked -> sellers(queries, ids, locked))
                .flatMap(sellers ->
                        subject(queries, request).flatMap(subject -> load(queries, request, sellers, subject)));
    }

    private Uni<Sellers> sellers(DeskQueries queries, List<String> ids, List<SellerRow> locked) {
        return queries.isInstallationStopped()
                .flatMap(stopped -> targetRows
                        .of(ids)
                        .flatMap(targets -> documents
                                .of(locked.stream().map(DeskLoader::versions).toList())
                                .map(settings -> new Sellers(locked, stopped, targets, settings))));
    }

    private static Versions versions(SellerRow seller) {
        return new Versions(seller.sellerId, seller.rulesVersion, seller.hoursVersion);
    }

    private Uni<List<DeskRows>> load(
            DeskQueries queries, DeskRequest request, Sellers sellers, List<DecisionRow> subject) {
        return orderMates(queries, request).flatMap(mates -> load(queries, request, sellers, subject, mates));
    }

    /// An order leads from one name of its buyer to the other, and so to what he was answered under it.
    private static Uni<List<Object[]>> orderMates(DeskQueries queries, DeskRequest request) {
        if (!(request instanceof DeskRequest.Messages work)) {
            return Uni.createFrom().item(List.of());
        }
        var orders = new HashSet<String>();
        work.messages().forEach(event -> {
            if (event instanceof MessageReceived message && message.orderId() != null) {
                orders.add(message.orderId());
            }
        });
        return orders.isEmpty() ? Uni.createFrom().item(List.of()) : queries.orderMates(orders);
    }

    private Uni<List<DeskRows>> load(
            DeskQueries queries,
            DeskRequest request,
            Sellers sellers,
            List<DecisionRow> subject,
            List<Object[]> mates) {
        var concerned = new ArrayList<>(buyers(request, subject));
        mates.forEach(mate -> concerned.add(DeskRows.buyer(mate[2], mate[3])));
        BuyerKeys named = BuyerKeys.of(concerned);
        if (named.isEmpty()) {
            return complete(queries, sellers, new BuyersPart(List.of(), subject, List.of(), List.of(), List.of()));
        }
        Instant since = ReplyPolicy.historyStart(sellers.longestWindow(), clock.instant());
        return identities(queries, named)
                .flatMap(identities -> {
                    BuyerKeys keys = named.and(identities);
                    return queries.repliesTo(keys, since)
                            .flatMap(replies -> queries.personsAnswersTo(keys, conversations(request, replies))
                                    .flatMap(answers -> firstContacts(queries, sellers.askingForKnownBuyers(), keys)
                                            .map(contacts -> new BuyersPart(
                                                    identities, union(subject, replies), answers, mates, contacts))));
                })
                .flatMap(buyers -> complete(queries, sellers, buyers));
    }

    /// A masked address leads to its login, and the login to all its masked addresses.
    private static Uni<List<BuyerIdentityRow>> identities(DeskQueries queries, BuyerKeys named) {
        return queries.identities(named)
                .flatMap(some -> some.isEmpty() ? Uni.createFrom().item(some) : queries.identities(named.and(some)));
    }

    private static Uni<List<Object[]>> firstContacts(DeskQueries queries, List<String> curious, BuyerKeys keys) {
        return curious.isEmpty() ? Uni.createFrom().item(List.of()) : queries.firstContacts(curious, keys);
    }

    private record BuyersPart(
            List<BuyerIdentityRow> identities,
            List<DecisionRow> decisions,
            List<PersonsAnswerRow> answers,
            List<Object[]> orderMates,
            List<Object[]> firstContacts) {}

    private Uni<List<DeskRows>> complete(DeskQueries queries, Sellers sellers, BuyersPart buyers) {
        return messages.neededBy(queries.session(), buyers.decisions())
                .map(kept -> DeskRows.of(
                        sellers.rows(),
                        sellers.installationStopped(),
                        sellers.settings(),
                        sellers.targets(),
                        buyers.identities(),
                        buyers.decisions(),
                        kept,
                        buyers.answers(),
                        buyers.orderMates(),
                        buyers.firstContacts()));
    }

    /// The decisions that the work is about, where it does not itself name the buyers.
    private static Uni<List<DecisionRow>> subject(DeskQueries queries, DeskRequest request) {
        return switch (request) {
            case DeskRequest.Messages work ->
                queries.decisionsAbout(work.ids().stream().map(EventId::value).toList());
            case DeskRequest.Results work ->
                queries.decisionsWith(work.results().stream()
                        .map(result -> result.replyId().value())
                        .toList());
            case DeskRequest.TargetChanges _ -> both(queries.openReplies(), queries, WaitReason.MAILBOX_NOT_READ);
            case DeskRequest.Stop _ -> both(queries.openReplies(), queries, WaitReason.STOPPED);
            case DeskRequest.WaitingBuyers work ->
                queries.waitingAt(work.target().id());
            case DeskRequest.Due work -> queries.due(work.now(), work.receivedUntil());
        };
    }

    private static Uni<List<DecisionRow>> both(Uni<List<DecisionRow>> first, DeskQueries queries, WaitReason reason) {
        return first.flatMap(some -> queries.waitingFor(reason).map(others -> union(some, others)));
    }

    private static List<Buyer> buyers(DeskRequest request, List<DecisionRow> subject) {
        return switch (request) {
            case DeskRequest.Messages work ->
                work.messages().stream().map(DeskLoader::buyer).toList();
            // Withdrawing looks at the replies alone; what waits is decided, and its buyer's history counts.
            case DeskRequest.TargetChanges _, DeskRequest.Stop _ ->
                subject.stream()
                        .filter(row -> row.outcome == DecisionRow.Kind.WAITING)
                        .map(DecisionRow::buyer)
                        .toList();
            case DeskRequest.Results _, DeskRequest.WaitingBuyers _, DeskRequest.Due _ ->
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
