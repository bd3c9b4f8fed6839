package pl.odzew.allegro.replying;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pl.odzew.allegro.messaging.MessageId;
import pl.odzew.events.EventId;
import pl.odzew.events.catalogue.CloudEvent;
import pl.odzew.events.catalogue.EventType;
import pl.odzew.events.catalogue.Service;
import pl.odzew.events.reply.v1.DeferralReason;
import pl.odzew.events.reply.v1.ReplyBlocked;
import pl.odzew.events.reply.v1.ReplyDeferred;
import pl.odzew.events.reply.v1.ReplyFailed;
import pl.odzew.events.reply.v1.ReplyFailureReason;
import pl.odzew.events.reply.v1.ReplyResult;
import pl.odzew.events.reply.v1.ReplySent;
import pl.odzew.events.reply.v1.ReplyUnknown;
import pl.odzew.events.reply.v1.ReplyWithdrawn;

/// What became of a reply, as events; one id for each reply and outcome.
public final class Results {

    private Results() {}

    public static CloudEvent sent(Reply reply, MessageId message, Instant at) {
        return of(new ReplySent(
                reply.id(), reply.sellerId(), reply.target(), reply.conversationId(), at, message.value()));
    }

    public static CloudEvent failed(Reply reply, ReplyFailureReason reason, @Nullable String serverWords, Instant at) {
        return of(new ReplyFailed(
                reply.id(), reply.sellerId(), reply.target(), reply.conversationId(), at, reason, serverWords));
    }

    /// Each day on which it is held back is an event of its own.
    public static CloudEvent deferred(Reply reply, Instant until, Instant at) {
        return of(
                new ReplyDeferred(
                        reply.id(),
                        reply.sellerId(),
                        reply.target(),
                        reply.conversationId(),
                        at,
                        until,
                        DeferralReason.DAILY_MESSAGE_LIMIT),
                "/" + until);
    }

    public static CloudEvent blocked(Reply reply, String reason, Instant at) {
        return of(new ReplyBlocked(reply.id(), reply.sellerId(), reply.target(), reply.conversationId(), at, reason));
    }

    public static CloudEvent unknown(Reply reply, Instant attemptedAt, Instant at) {
        return of(new ReplyUnknown(
                reply.id(), reply.sellerId(), reply.target(), reply.conversationId(), at, attemptedAt));
    }

    /// For a reply that was never stored here, so that whoever waits for its end is told.
    public static CloudEvent neverLeft(ReplyWithdrawn withdrawn, Instant at) {
        return of(new ReplyFailed(
                withdrawn.replyId(),
                withdrawn.sellerId(),
                withdrawn.target(),
                withdrawn.conversationId(),
                at,
                ReplyFailureReason.WITHDRAWN,
                null));
    }

    public static CloudEvent of(ReplyResult result) {
        return of(result, "");
    }

    private static CloudEvent of(ReplyResult result, String further) {
        String name = EventType.of(result).wireName() + "/" + result.replyId() + further;
        UUID id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return new CloudEvent(new EventId(id.toString()), Service.ALLEGRO_GATEWAY.source(), result.at(), result, null);
    }
}
