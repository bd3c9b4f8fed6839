package pl.odzew.responder.rehearsal;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pl.odzew.events.EventId;
import pl.odzew.events.SellerId;
import pl.odzew.events.reply.v1.ReplyRequested;
import pl.odzew.responder.answering.BuyerIdentities;
import pl.odzew.responder.answering.DeskChanges;
import pl.odzew.responder.answering.DeskState;
import pl.odzew.responder.answering.FirstContact;
import pl.odzew.responder.answering.Outcome;
import pl.odzew.responder.answering.RecordedDecision;
import pl.odzew.responder.answering.SellerDesk;
import pl.odzew.responder.decision.ReplyDecider;
import pl.odzew.responder.decision.SellerSettings;
import pl.odzew.responder.decision.SilenceReason;

/// Lets recorded messages come once more, each at the moment at which it came, to a desk with other rules.
public final class Rehearsal {

    private final ReplyDecider decider;

    public Rehearsal(ReplyDecider decider) {
        this.decider = requireNonNull(decider, "decider is null");
    }

    /// @param settings with the rules and hours that are tried; nothing is held by a stop
    /// @return in the order in which the messages came
    public List<Rehearsed> of(SellerId seller, List<Past> past, SellerSettings settings) {
        List<Past> inOrder = past.stream()
                .sorted(Comparator.comparing((Past one) -> one.decision().receivedAt()))
                .toList();
        var desk = new SellerDesk(empty(seller, inOrder, settings.stopped(false)), decider);
        for (Past one : inOrder) {
            Instant at = one.decision().receivedAt();
            desk.decideDue(at);
            if (!one.wasAnsweredByPerson()) {
                desk.received(one.decision().messageId(), one.message(), at);
            }
        }
        if (!inOrder.isEmpty()) {
            Instant last = inOrder.getLast().decision().receivedAt();
            desk.decideDue(last.plus(settings.rules().delay()));
        }
        return beside(inOrder, desk.changes());
    }

    private static DeskState empty(SellerId seller, List<Past> past, SellerSettings settings) {
        var firstContacts = new ArrayList<FirstContact>();
        past.forEach(one -> firstContacts.add(
                new FirstContact(one.decision().buyer(), one.decision().receivedAt())));
        return new DeskState(
                seller,
                0,
                false,
                false,
                settings,
                new BuyerIdentities(Map.of()),
                List.of(),
                Map.of(),
                List.of(),
                List.of(),
                settings.rules().asksForKnownBuyers() ? firstContacts : List.of());
    }

    private static List<Rehearsed> beside(List<Past> past, DeskChanges changes) {
        var outcomes = new HashMap<EventId, Outcome>();
        for (RecordedDecision decision : changes.decisions()) {
            outcomes.put(decision.messageId(), decision.outcome());
        }
        var texts = new HashMap<EventId, String>();
        changes.events().forEach(event -> {
            if (event.data() instanceof ReplyRequested reply) {
                texts.put(reply.inReplyTo(), reply.text());
            }
        });
        return past.stream()
                .map(one -> new Rehearsed(
                        one,
                        outcomes.getOrDefault(
                                one.decision().messageId(), new Outcome.Silent(SilenceReason.ANSWERED_BY_PERSON)),
                        texts.get(one.decision().messageId())))
                .toList();
    }
}
