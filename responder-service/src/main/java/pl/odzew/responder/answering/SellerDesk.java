package pl.odzew.responder.answering;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.Channel;
import pl.odzew.events.EventId;
import pl.odzew.events.ReplyId;
import pl.odzew.events.Target;
import pl.odzew.events.account.v1.AccountEvent;
import pl.odzew.events.catalogue.CloudEvent;
import pl.odzew.events.mailbox.v1.MailboxEvent;
import pl.odzew.events.message.v1.Buyer;
import pl.odzew.events.message.v1.MessageAnsweredByPerson;
import pl.odzew.events.message.v1.MessageReceived;
import pl.odzew.events.reply.v1.ReplyResult;
import pl.odzew.events.reply.v1.ReplySent;
import pl.odzew.events.reply.v1.WithdrawalReason;
import pl.odzew.responder.answering.Outcome.Answered;
import pl.odzew.responder.answering.Outcome.Silent;
import pl.odzew.responder.answering.Outcome.Waiting;
import pl.odzew.responder.decision.BuyerHistory;
import pl.odzew.responder.decision.Decision;
import pl.odzew.responder.decision.PastReply;
import pl.odzew.responder.decision.ReplyDecider;
import pl.odzew.responder.decision.SellerSettings;
import pl.odzew.responder.decision.SilenceReason;
import pl.odzew.responder.decision.WaitReason;
import pl.odzew.responder.settings.AutoresponderTarget;
import pl.odzew.responder.settings.BacklogAnswer;
import pl.odzew.responder.settings.SellerTargets;
import pl.odzew.responder.settings.SettingsChange;
import pl.odzew.responder.settings.SettingsOutcome;

/// One seller's desk, opened for a piece of work and then stored: [#changes] says what has become different.
///
/// Not for use by several threads; whoever opens it holds the seller's lock until it is stored, so that no two decide
/// about one buyer at a time, and no reply is decided while the settings change.
public final class SellerDesk {

    private static final Comparator<RecordedDecision> NEWEST_FIRST = Comparator.comparing(RecordedDecision::receivedAt)
            .thenComparing(decision -> decision.messageId().value())
            .reversed();

    private final DeskState before;
    private final ReplyDecider decider;
    private final BuyerIdentities identities;
    private final Map<EventId, RecordedDecision> decisions = new LinkedHashMap<>();
    private final Map<EventId, MessageReceived> newMessages = new HashMap<>();
    private final Map<EventId, MessageReceived> messagesKept = new HashMap<>();
    private final Map<String, List<Buyer>> buyersByOrder = new HashMap<>();
    private final Set<EventId> touched = new LinkedHashSet<>();
    private final List<PersonsAnswer> personsAnswers;
    private final List<PersonsAnswer> newPersonsAnswers = new ArrayList<>();
    private final List<CloudEvent> events = new ArrayList<>();
    private SellerSettings settings;
    private boolean stopped;
    private long settingsVersion;

    public SellerDesk(DeskState state, ReplyDecider decider) {
        this.before = requireNonNull(state, "state is null");
        this.decider = requireNonNull(decider, "decider is null");
        this.identities = state.identities();
        this.settings = state.settings();
        this.stopped = state.stopped();
        this.settingsVersion = state.settingsVersion();
        this.personsAnswers = new ArrayList<>(state.personsAnswers());
        messagesKept.putAll(state.messages());
        state.orderMates().forEach(mate -> buyersOf(mate.orderId()).add(mate.buyer()));
        state.decisions().forEach(decision -> decisions.put(decision.messageId(), decision));
    }

    public SellerTargets targets() {
        return settings.targets();
    }

    public SellerSettings settings() {
        return settings;
    }

    /// The seller's own stop switch.
    public boolean stopped() {
        return stopped;
    }

    /// A buyer wrote. A message that was decided before changes nothing.
    public void received(EventId messageId, MessageReceived message, Instant now) {
        identities.learn(message.buyer());
        if (message.orderId() != null) {
            buyersOf(message.orderId()).forEach(mate -> identities.learn(mate, message.buyer()));
            buyersOf(message.orderId()).add(message.buyer());
        }
        if (!decisions.containsKey(messageId)) {
            newMessages.put(messageId, message);
            messagesKept.put(messageId, message);
            decide(messageId, message, null, now);
        }
    }

    /// The seller's own words are in a conversation: whatever they answer needs no answer of ours.
    public void answeredByPerson(MessageAnsweredByPerson event, Instant now) {
        identities.learn(event.buyer());
        var answer = PersonsAnswer.of(event);
        if (personsAnswers.stream()
                .anyMatch(known -> known.isInTheConversationOf(answer)
                        && !known.answeredAt().isBefore(answer.answeredAt()))) {
            return;
        }
        personsAnswers.removeIf(answer::isInTheConversationOf);
        personsAnswers.add(answer);
        newPersonsAnswers.removeIf(answer::isInTheConversationOf);
        newPersonsAnswers.add(answer);
        Predicate<RecordedDecision> answered = sameBuyer(event.buyer(), event.target())
                .and(decision -> decision.receivedAt().isBefore(event.answeredAt()));
        withdraw(answered, WithdrawalReason.ANSWERED_BY_PERSON, now);
        waiting(answered, null).forEach(decision -> decideAgain(decision, now));
    }

    /// A sender tells what became of a reply; messages that waited for that are decided now.
    public void resulted(ReplyResult result, Instant now) {
        for (RecordedDecision decision : List.copyOf(decisions.values())) {
            if (decision.outcome() instanceof Answered answered
                    && answered.replyId().equals(result.replyId())) {
                Answered after = answered.after(result);
                if (!after.equals(answered)) {
                    put(decision.with(after));
                    bringBack(decision, after, now);
                }
                waiting(sameBuyer(decision.buyer(), decision.target()), WaitReason.MAIL_REPLY_IN_FLIGHT)
                        .forEach(held -> decideAgain(held, now));
            }
        }
    }

    /// From the buyer's message to the moment at which its reply was accepted; empty for a reply unknown here.
    public Optional<Duration> timeOf(ReplySent sent) {
        return decisions.values().stream()
                .filter(decision -> decision.outcome() instanceof Answered answered
                        && answered.replyId().equals(sent.replyId()))
                .map(decision -> Duration.between(decision.receivedAt(), sent.at()))
                .findFirst();
    }

    public void changed(MailboxEvent event, Instant now) {
        move(targets().after(event), now);
    }

    public void changed(AccountEvent event, Instant now) {
        move(targets().after(event), now);
    }

    public SettingsOutcome change(Target target, SettingsChange change, Instant now) {
        SettingsOutcome outcome = targets().change(target, change);
        if (outcome instanceof SettingsOutcome.Changed changed) {
            move(changed.targets(), now);
        }
        return outcome;
    }

    /// The seller's answer about those who waited when the account was linked; the newest message of each buyer
    /// counts.
    public void answerWaitingBuyers(Target target, boolean yes, Instant now) {
        settings = settings.with(targets().afterBacklogAnswer(target, new BacklogAnswer(yes, now)));
        waiting(decision -> decision.target().equals(target), WaitReason.SELLER_IS_ASKED)
                .forEach(decision -> decideAgain(decision, now));
    }

    /// The seller's stop switch: replies that have not left are asked back, and what would be answered waits;
    /// when it is released, what waited is decided.
    public void stop(boolean value, Instant now) {
        if (value == stopped) {
            return;
        }
        stopped = value;
        settings = settings.stopped(value || before.installationStopped());
        announceSettings(now);
        followStop(now);
    }

    /// What follows from the stop switches as they are; nothing where it has followed already.
    public void followStop(Instant now) {
        if (settings.stopped()) {
            withdraw(_ -> true, WithdrawalReason.STOPPED, now);
        } else {
            waiting(_ -> true, WaitReason.STOPPED).forEach(decision -> decideAgain(decision, now));
        }
    }

    /// Decides what has waited for a time that is over, and ends the waiting of what has become too old.
    public void decideDue(Instant now) {
        waiting(decision -> isDue(decision, now), null).forEach(decision -> decideAgain(decision, now));
    }

    public DeskChanges changes() {
        Set<AutoresponderTarget> known = Set.copyOf(before.settings().targets().all());
        return new DeskChanges(
                settingsVersion,
                stopped,
                targets().all().stream()
                        .filter(target -> !known.contains(target))
                        .toList(),
                touched.stream().map(this::decision).toList(),
                newMessages,
                identities.learnt(),
                newPersonsAnswers,
                events);
    }

    private List<Buyer> buyersOf(String orderId) {
        return buyersByOrder.computeIfAbsent(orderId, _ -> new ArrayList<>());
    }

    private boolean isDue(RecordedDecision decision, Instant now) {
        return !now.isBefore(decider.policy().expiryOf(decision.receivedAt()))
                || decision.outcome() instanceof Waiting waiting
                        && waiting.until() != null
                        && !now.isBefore(waiting.until());
    }

    /// What was asked back because of a stop is wanted again when the stop is over.
    private void bringBack(RecordedDecision decision, Answered answered, Instant now) {
        MessageReceived message = messagesKept.get(decision.messageId());
        if (answered.wasStopped() && message != null) {
            RecordedDecision waiting =
                    decision.ended(new Waiting(WaitReason.STOPPED, message, null, answered.replyId()), now);
            put(waiting);
            if (!settings.stopped()) {
                decideAgain(waiting, now);
            }
        }
    }

    private void decide(EventId messageId, MessageReceived message, @Nullable ReplyId withdrawn, Instant now) {
        Decision decision = decider.decide(message, historyOf(messageId, message), settings, now);
        Outcome outcome = switch (decision) {
            case Decision.Reply reply -> request(messageId, message, reply, withdrawn, now);
            case Decision.Silence silence -> new Silent(silence.reason(), silence.rule());
            case Decision.Wait wait -> new Waiting(wait.reason(), message, wait.until(), withdrawn);
        };
        put(RecordedDecision.of(messageId, message, outcome, now));
        // A mail does not end the waiting: it may still be withdrawn, when the seller moves to version 3.
        if (outcome instanceof Answered && message.target().channel() == Channel.ALLEGRO) {
            waiting(sameBuyer(message.buyer(), message.target()), null)
                    .forEach(older -> put(older.ended(new Silent(SilenceReason.ANSWERED_WITH_A_LATER_MESSAGE), now)));
        }
    }

    private void decideAgain(RecordedDecision decision, Instant now) {
        if (isUnchanged(decision) && decision.outcome() instanceof Waiting waiting) {
            decide(decision.messageId(), waiting.message(), waiting.withdrawn(), now);
        }
    }

    private boolean isUnchanged(RecordedDecision decision) {
        return decision.equals(decisions.get(decision.messageId()));
    }

    private Answered request(
            EventId messageId,
            MessageReceived message,
            Decision.Reply reply,
            @Nullable ReplyId withdrawn,
            Instant now) {
        ReplyId replyId = RecordedDecision.replyIdFor(messageId, withdrawn);
        events.add(Announcement.requested(replyId, messageId, message, reply, now));
        return Answered.requested(replyId, reply.rule(), now);
    }

    private void move(SellerTargets next, Instant now) {
        boolean isNews = !next.settings().equals(targets().settings());
        settings = settings.with(next);
        if (isNews) {
            announceSettings(now);
        }
        Set<Target> left = next.mailboxesUnderVersion3();
        withdraw(d -> left.contains(d.target()), WithdrawalReason.SWITCHED_TO_VERSION_3, now);
        withdraw(d -> next.isSilenced(d.target()), WithdrawalReason.STOPPED, now);
        waiting(_ -> true, WaitReason.MAILBOX_NOT_READ).forEach(decision -> decideAgain(decision, now));
    }

    private void announceSettings(Instant now) {
        settingsVersion++;
        events.add(Announcement.settingsChanged(before.sellerId(), settingsVersion, stopped, targets(), now));
    }

    private void withdraw(Predicate<RecordedDecision> which, WithdrawalReason reason, Instant now) {
        for (RecordedDecision decision : List.copyOf(decisions.values())) {
            if (which.test(decision) && decision.outcome() instanceof Answered answered && answered.canBeWithdrawn()) {
                put(decision.with(answered.withdrawn(reason)));
                events.add(Announcement.withdrawn(decision, answered.replyId(), reason, now));
            }
        }
    }

    private BuyerHistory historyOf(EventId messageId, MessageReceived message) {
        Predicate<RecordedDecision> sameBuyer = sameBuyer(message.buyer(), message.target());
        var replies = new ArrayList<PastReply>();
        for (RecordedDecision decision : decisions.values()) {
            if (decision.outcome() instanceof Answered answered
                    && !decision.messageId().equals(messageId)
                    && sameBuyer.test(decision)) {
                replies.add(new PastReply(decision.decidedAt(), answered.standing()));
            }
        }
        return new BuyerHistory(replies, isKnown(message), personsAnswerTo(message));
    }

    private boolean isKnown(MessageReceived message) {
        return before.firstContacts().stream()
                .anyMatch(contact -> contact.isLongBefore(message.receivedAt())
                        && identities.isSame(contact.buyer(), message.buyer()));
    }

    private @Nullable Instant personsAnswerTo(MessageReceived message) {
        if (personsAnswers.isEmpty()) {
            return null;
        }
        Set<Target> shop = targets().shopOf(message.target());
        return personsAnswers.stream()
                .filter(answer -> shop.contains(answer.target()))
                .filter(answer -> answer.conversationId().equals(message.conversationId())
                        || identities.isSame(answer.buyer(), message.buyer()))
                .map(PersonsAnswer::answeredAt)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private Predicate<RecordedDecision> sameBuyer(Buyer buyer, Target target) {
        Set<Target> shop = targets().shopOf(target);
        return decision -> shop.contains(decision.target()) && identities.isSame(decision.buyer(), buyer);
    }

    private List<RecordedDecision> waiting(Predicate<RecordedDecision> which, @Nullable WaitReason reason) {
        return decisions.values().stream()
                .filter(decision ->
                        decision.outcome() instanceof Waiting waiting && (reason == null || waiting.reason() == reason))
                .filter(which)
                .sorted(NEWEST_FIRST)
                .toList();
    }

    private RecordedDecision decision(EventId messageId) {
        return requireNonNull(decisions.get(messageId), "touched but not there");
    }

    private void put(RecordedDecision decision) {
        if (!decision.equals(decisions.put(decision.messageId(), decision))) {
            touched.add(decision.messageId());
        }
    }
}
