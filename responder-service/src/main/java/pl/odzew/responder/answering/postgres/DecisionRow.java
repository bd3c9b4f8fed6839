package pl.odzew.responder.answering.postgres;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.Channel;
import pl.odzew.events.ConversationId;
import pl.odzew.events.EventId;
import pl.odzew.events.ReplyId;
import pl.odzew.events.SellerId;
import pl.odzew.events.Target;
import pl.odzew.events.message.v1.Buyer;
import pl.odzew.events.reply.v1.ReplyFailureReason;
import pl.odzew.events.reply.v1.WithdrawalReason;
import pl.odzew.responder.answering.Outcome;
import pl.odzew.responder.answering.RecordedDecision;
import pl.odzew.responder.answering.ReplyState;
import pl.odzew.responder.decision.SilenceReason;
import pl.odzew.responder.decision.WaitReason;

/// A row of `decision`.
@Entity
@Table(name = "decision")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields of a row that is read; take() those of a new one.
class DecisionRow {

    enum Kind {
        REPLY,
        SILENCE,
        WAITING
    }

    @Id
    @Column(name = "message_id")
    String messageId;

    /// The order in which messages were first decided; given by the database.
    @Column(insertable = false, updatable = false)
    @Nullable
    Long seq;

    @Column(name = "seller_id")
    String sellerId;

    @Enumerated(EnumType.STRING)
    Channel channel;

    @Column(name = "target_id")
    UUID targetId;

    @Column(name = "conversation_id")
    String conversationId;

    @Column(name = "buyer_login")
    @Nullable
    String buyerLogin;

    @Column(name = "buyer_masked")
    @Nullable
    String buyerMasked;

    @Column(name = "received_at")
    Instant receivedAt;

    @Column(name = "decided_at")
    Instant decidedAt;

    @Enumerated(EnumType.STRING)
    Kind outcome;

    @Enumerated(EnumType.STRING)
    @Column(name = "silence_reason")
    @Nullable
    SilenceReason silenceReason;

    @Enumerated(EnumType.STRING)
    @Column(name = "wait_reason")
    @Nullable
    WaitReason waitReason;

    @Column(name = "waiting_message")
    @Nullable
    String waitingMessage;

    @Column(name = "reply_id")
    @Nullable
    UUID replyId;

    @Enumerated(EnumType.STRING)
    @Column(name = "reply_state")
    @Nullable
    ReplyState replyState;

    @Column(name = "reply_state_since")
    @Nullable
    Instant replyStateSince;

    @Enumerated(EnumType.STRING)
    @Nullable
    WithdrawalReason withdrawal;

    @Enumerated(EnumType.STRING)
    @Nullable
    ReplyFailureReason failure;

    static DecisionRow of(RecordedDecision decision, WaitingMessages messages) {
        var row = new DecisionRow();
        row.messageId = decision.messageId().value();
        row.sellerId = decision.sellerId().value();
        row.channel = decision.target().channel();
        row.targetId = decision.target().id();
        row.conversationId = decision.conversationId().value();
        row.buyerLogin = decision.buyer().login();
        row.buyerMasked = decision.buyer().maskedLocalPart();
        row.receivedAt = decision.receivedAt();
        row.take(decision, messages);
        return row;
    }

    void take(RecordedDecision decision, WaitingMessages messages) {
        decidedAt = decision.decidedAt();
        waitReason = null;
        waitingMessage = null;
        switch (decision.outcome()) {
            case Outcome.Answered answered -> {
                outcome = Kind.REPLY;
                replyId = answered.replyId().value();
                replyState = answered.state();
                replyStateSince = answered.stateSince();
                withdrawal = answered.withdrawal();
                failure = answered.failure();
            }
            case Outcome.Silent silent -> {
                outcome = Kind.SILENCE;
                silenceReason = silent.reason();
            }
            case Outcome.Waiting waiting -> {
                outcome = Kind.WAITING;
                waitReason = waiting.reason();
                waitingMessage = messages.write(waiting.message());
            }
        }
    }

    RecordedDecision toDecision(WaitingMessages messages) {
        return new RecordedDecision(
                new EventId(messageId),
                new SellerId(sellerId),
                new Target(channel, targetId),
                new ConversationId(conversationId),
                buyer(),
                receivedAt,
                decidedAt,
                toOutcome(messages));
    }

    Buyer buyer() {
        return new Buyer(buyerLogin, buyerMasked);
    }

    private Outcome toOutcome(WaitingMessages messages) {
        return switch (outcome) {
            case REPLY ->
                new Outcome.Answered(
                        new ReplyId(requireNonNull(replyId)),
                        requireNonNull(replyState),
                        requireNonNull(replyStateSince),
                        withdrawal,
                        failure);
            case SILENCE -> new Outcome.Silent(requireNonNull(silenceReason));
            case WAITING ->
                new Outcome.Waiting(requireNonNull(waitReason), messages.read(requireNonNull(waitingMessage)));
        };
    }
}
