package pl.odzew.responder.answering;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import pl.odzew.events.Event;
import pl.odzew.events.EventId;
import pl.odzew.events.ReplyId;
import pl.odzew.events.SellerId;
import pl.odzew.events.autoresponder.v1.AutoresponderSettingsChanged;
import pl.odzew.events.catalogue.CloudEvent;
import pl.odzew.events.catalogue.Service;
import pl.odzew.events.catalogue.Traceparent;
import pl.odzew.events.message.v1.MessageReceived;
import pl.odzew.events.reply.v1.ReplyRequested;
import pl.odzew.events.reply.v1.ReplyWithdrawn;
import pl.odzew.events.reply.v1.WithdrawalReason;
import pl.odzew.responder.decision.Decision;
import pl.odzew.responder.settings.SellerTargets;

/// How a desk's doings are told to other services.
///
/// The ids follow from what happened, so that a doing that is repeated is the same event to whoever keeps an inbox.
final class Announcement {

    private Announcement() {}

    static CloudEvent requested(
            ReplyId replyId, EventId messageId, MessageReceived message, Decision.Reply reply, Instant now) {
        var request = new ReplyRequested(
                replyId,
                message.sellerId(),
                message.target(),
                message.conversationId(),
                messageId,
                reply.route(),
                reply.subject(),
                reply.text(),
                reply.attachments(),
                now,
                reply.expiresAt());
        return new CloudEvent(
                new EventId("requested-" + replyId),
                Service.RESPONDER_SERVICE.source(),
                now,
                request,
                Traceparent.ofMessage(messageId));
    }

    static CloudEvent withdrawn(RecordedDecision decision, ReplyId replyId, WithdrawalReason reason, Instant now) {
        return event(
                "withdrawn-" + replyId,
                now,
                new ReplyWithdrawn(
                        replyId, decision.sellerId(), decision.target(), decision.conversationId(), reason, now));
    }

    static CloudEvent settingsChanged(
            SellerId sellerId, long version, boolean stopped, SellerTargets targets, Instant now) {
        UUID id = UUID.nameUUIDFromBytes((sellerId + "/" + version).getBytes(StandardCharsets.UTF_8));
        return event(
                "settings-" + id,
                now,
                new AutoresponderSettingsChanged(sellerId, version, stopped, targets.settings(), now));
    }

    private static CloudEvent event(String id, Instant now, Event data) {
        return new CloudEvent(new EventId(id), Service.RESPONDER_SERVICE.source(), now, data, null);
    }
}
