package pl.odzew.responder.answering;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.ConversationId;
import pl.odzew.events.EventId;
import pl.odzew.events.ReplyId;
import pl.odzew.events.SellerId;
import pl.odzew.events.Target;
import pl.odzew.events.message.v1.Buyer;
import pl.odzew.events.message.v1.MessageReceived;

/// What a seller can read about one message: one for each, for ever.
///
/// @param messageId the id of its `message.received`
/// @param decidedAt of the outcome as it is now; for an answer the moment from which the buyer's window counts
public record RecordedDecision(
        EventId messageId,
        SellerId sellerId,
        Target target,
        ConversationId conversationId,
        Buyer buyer,
        Instant receivedAt,
        Instant decidedAt,
        Outcome outcome) {

    public RecordedDecision {
        requireNonNull(messageId, "messageId is null");
        requireNonNull(sellerId, "sellerId is null");
        requireNonNull(target, "target is null");
        requireNonNull(conversationId, "conversationId is null");
        requireNonNull(buyer, "buyer is null");
        requireNonNull(receivedAt, "receivedAt is null");
        requireNonNull(decidedAt, "decidedAt is null");
        requireNonNull(outcome, "outcome is null");
    }

    static RecordedDecision of(EventId messageId, MessageReceived message, Outcome outcome, Instant now) {
        return new RecordedDecision(
                messageId,
                message.sellerId(),
                message.target(),
                message.conversationId(),
                message.buyer(),
                message.receivedAt(),
                now,
                outcome);
    }

    /// Follows from the message, so that deciding it once more could only name the same reply.
    ///
    /// @param withdrawn the reply before it, which came to nothing
    static ReplyId replyIdFor(EventId messageId, @Nullable ReplyId withdrawn) {
        String name = withdrawn == null ? "reply/" + messageId : "reply/" + messageId + "/" + withdrawn;
        return new ReplyId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    /// A word of the sender's, or a withdrawal: the decision itself is as old as before.
    RecordedDecision with(Outcome.Answered answered) {
        return new RecordedDecision(
                messageId, sellerId, target, conversationId, buyer, receivedAt, decidedAt, answered);
    }

    RecordedDecision ended(Outcome end, Instant now) {
        return new RecordedDecision(messageId, sellerId, target, conversationId, buyer, receivedAt, now, end);
    }
}
