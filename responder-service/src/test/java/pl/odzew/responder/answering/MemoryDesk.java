package pl.odzew.responder.answering;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import pl.odzew.events.Event;
import pl.odzew.events.EventId;
import pl.odzew.events.Target;
import pl.odzew.events.message.v1.MessageReceived;
import pl.odzew.events.reply.v1.ReplyRequested;
import pl.odzew.events.reply.v1.ReplyWithdrawn;
import pl.odzew.responder.Seller;
import pl.odzew.responder.decision.ReplyDecider;
import pl.odzew.responder.decision.ReplyPolicy;
import pl.odzew.responder.decision.SellerSettings;
import pl.odzew.responder.hours.WorkingHours;
import pl.odzew.responder.rule.Knowledge;
import pl.odzew.responder.rule.RuleSet;
import pl.odzew.responder.settings.AutoresponderTarget;
import pl.odzew.responder.settings.SellerTargets;

/// A seller's desk that is stored in memory: opened anew for each piece of work, and put together from
/// its changes alone, so that whatever the changes forget is forgotten.
final class MemoryDesk {

    static final ReplyPolicy POLICY = new ReplyPolicy(Duration.ofHours(48), Duration.ofHours(24));

    private final Seller seller;
    private final Map<Target, AutoresponderTarget> targets = new HashMap<>();
    private final Map<String, String> identities = new HashMap<>();
    private final Map<EventId, RecordedDecision> decisions = new LinkedHashMap<>();
    private final List<PersonsAnswer> answers = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private final Map<EventId, MessageReceived> messages = new HashMap<>();
    private RuleSet rules = RuleSet.withWindow(POLICY.buyerWindow());
    private WorkingHours hours = WorkingHours.ALWAYS;
    private Knowledge knowledge = Knowledge.NONE;
    private boolean stopped;
    private boolean installationStopped;
    private long settingsVersion;

    MemoryDesk(Seller seller) {
        this.seller = seller;
    }

    /// Something is done, and lost with its transaction.
    void workAndCrash(Consumer<SellerDesk> work) {
        work.accept(open());
    }

    void work(Consumer<SellerDesk> work) {
        SellerDesk desk = open();
        work.accept(desk);
        DeskChanges changes = desk.changes();
        settingsVersion = changes.settingsVersion();
        stopped = changes.stopped();
        messages.putAll(changes.messages());
        changes.targets().forEach(target -> targets.put(target.target(), target));
        identities.putAll(changes.identities());
        changes.decisions().forEach(decision -> decisions.put(decision.messageId(), decision));
        for (PersonsAnswer answer : changes.personsAnswers()) {
            answers.removeIf(answer::isInTheConversationOf);
            answers.add(answer);
        }
        changes.events().forEach(event -> events.add(event.data()));
    }

    /// The seller saves other rules.
    void rules(RuleSet others) {
        rules = others;
    }

    /// The seller saves other working hours.
    void hours(WorkingHours others) {
        hours = others;
    }

    void knows(Knowledge other) {
        knowledge = other;
    }

    /// The operator turns the installation's switch; the desk follows when it is opened for that.
    void installationStops(boolean value) {
        installationStopped = value;
    }

    private SellerDesk open() {
        var state = new DeskState(
                seller.id(),
                settingsVersion,
                stopped,
                installationStopped,
                new SellerSettings(SellerTargets.of(targets.values()), rules, hours, stopped || installationStopped),
                new BuyerIdentities(identities),
                List.copyOf(decisions.values()),
                messages,
                answers,
                orderMates(),
                firstContacts());
        return new SellerDesk(state, new ReplyDecider(POLICY, knowledge));
    }

    private List<OrderMate> orderMates() {
        return messages.values().stream()
                .filter(message -> message.orderId() != null)
                .map(message -> new OrderMate(message.orderId(), message.buyer()))
                .toList();
    }

    private List<FirstContact> firstContacts() {
        return decisions.values().stream()
                .map(decision -> new FirstContact(decision.buyer(), decision.receivedAt()))
                .toList();
    }

    Outcome outcomeOf(EventId message) {
        return decisions.get(message).outcome();
    }

    RecordedDecision decisionOf(EventId message) {
        return decisions.get(message);
    }

    List<Event> events() {
        return List.copyOf(events);
    }

    List<ReplyRequested> requested() {
        return only(ReplyRequested.class);
    }

    List<ReplyWithdrawn> withdrawn() {
        return only(ReplyWithdrawn.class);
    }

    SellerTargets targets() {
        return SellerTargets.of(targets.values());
    }

    /// An id that stays the same for the same message, as the readers of mail and of the API give it.
    static EventId idOf(MessageReceived message) {
        return new EventId(message.conversationId() + "-" + message.receivedAt().toEpochMilli());
    }

    private <E extends Event> List<E> only(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
