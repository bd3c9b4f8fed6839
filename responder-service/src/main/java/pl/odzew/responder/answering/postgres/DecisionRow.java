package pl.odzew.responder.answering.postgres;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.Channel;
import pl.odzew.events.ConversationId;
import pl.odzew.events.EventId;
import pl.odzew.events.ReplyId;
import pl.odzew.events.SellerId;
import pl.odzew.events.Target;
import pl.odzew.events.message.v1.Buyer;
import pl.odzew.events.message.v1.MessageReceived;
import pl.odzew.events.reply.v1.ReplyFailureReason;
import pl.odzew.events.reply.v1.WithdrawalReason;
import pl.odzew.responder.answering.Outcome;
import pl.odzew.responder.answering.RecordedDecision;
import pl.odzew.responder.answering.ReplyState;
import pl.odzew.responder.decision.SilenceReason;
import pl.odzew.responder.decision.WaitReason;

/// A row of `decision` without the message, which is long and seldom needed; written by [DecisionWriter] alone.
@Entity
@Immutable
@Table(name = "decision")
@SuppressWarnings("NullAway.Init") // Only Hibernate makes one.
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
    long seq;

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

    @Column(name = "order_id")
    @Nullable
    String orderId;

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

    @Column(name = "due_at")
    @Nullable
    Instant dueAt;

    @Column(name = "rule_name")
    @Nullable
    String ruleName;

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

    Buyer buyer() {
        return new Buyer(buyerLogin, buyerMasked);
    }

    /// Whether its outcome cannot be told, or may have to be decided again, without the message.
    boolean needsMessage() {
        return outcome == Kind.WAITING || withdrawal == WithdrawalReason.STOPPED;
    }

    /// @param messages those of the rows that need them
    RecordedDecision toDecision(Map<String, MessageReceived> messages) {
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

    private Outcome toOutcome(Map<String, MessageReceived> messages) {
        return switch (outcome) {
            case REPLY ->
                new Outcome.Answered(
                        new ReplyId(requireNonNull(replyId)),
                        requireNonNull(replyState),
                        requireNonNull(replyStateSince),
                        withdrawal,
                        failure,
                        ruleName);
            case SILENCE -> new Outcome.Silent(requireNonNull(silenceReason), ruleName);
            case WAITING ->
                new Outcome.Waiting(
                        requireNonNull(waitReason),
                        requireNonNull(messages.get(messageId), "the message of a waiting decision was not read"),
                        dueAt,
                        replyId == null ? null : new ReplyId(replyId));
        };
    }
}
