package pl.odzew.responder.answering.postgres;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import pl.odzew.events.EventId;
import pl.odzew.events.SellerId;
import pl.odzew.events.catalogue.CloudEvent;
import pl.odzew.events.message.v1.MessageReceived;
import pl.odzew.responder.answering.DeskChanges;
import pl.odzew.responder.answering.RecordedDecision;
import pl.odzew.responder.answering.SellerDesk;
import pl.odzew.responder.answering.micrometer.DecisionMeters;
import pl.odzew.responder.decision.ReplyDecider;
import pl.odzew.transport.outbox.Outbox;

/// Opens desks, lets work be done at them, and stores what it changed together with its events.
@ApplicationScoped
public class Desks {

    private final DeskLoader loader;
    private final DecisionWriter writer;
    private final ReplyDecider decider;
    private final Outbox outbox;
    private final DecisionMeters meters;

    Desks(DeskLoader loader, DecisionWriter writer, ReplyDecider decider, Outbox outbox, DecisionMeters meters) {
        this.loader = loader;
        this.writer = writer;
        this.decider = decider;
        this.outbox = outbox;
        this.meters = meters;
    }

    /// Must be called within a transaction; holds the locks of the request's sellers until that ends.
    ///
    /// @param work gets a desk for each seller of the request, and must not wait for anything
    public <T> Uni<T> open(DeskRequest request, Function<Map<SellerId, SellerDesk>, T> work) {
        return Panache.getSession()
                .flatMap(session -> loader.load(session, request).flatMap(rows -> {
                    Map<SellerId, SellerDesk> desks = desks(rows);
                    T result = work.apply(desks);
                    return store(session, rows, desks).replaceWith(result);
                }));
    }

    private Map<SellerId, SellerDesk> desks(List<DeskRows> rows) {
        var desks = new HashMap<SellerId, SellerDesk>();
        rows.forEach(row -> desks.put(row.sellerId(), new SellerDesk(row.toState(), decider)));
        return desks;
    }

    private Uni<Void> store(Mutiny.Session session, List<DeskRows> rows, Map<SellerId, SellerDesk> desks) {
        var fresh = new ArrayList<>();
        var decisions = new ArrayList<RecordedDecision>();
        var messages = new HashMap<EventId, MessageReceived>();
        var events = new ArrayList<CloudEvent>();
        for (DeskRows row : rows) {
            SellerDesk desk = desks.get(row.sellerId());
            if (desk != null) {
                DeskChanges changes = desk.changes();
                fresh.addAll(row.take(changes));
                decisions.addAll(changes.decisions());
                messages.putAll(changes.messages());
                events.addAll(changes.events());
            }
        }
        meters.count(decisions);
        return session.persistAll(fresh.toArray())
                .chain(() -> writer.write(session, decisions, messages))
                .chain(() -> outbox.addAll(events));
    }
}
