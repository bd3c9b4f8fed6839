package pl.odzew.responder.answering;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.ConversationId;
import pl.odzew.events.EventId;
import pl.odzew.events.MailAddress;
import pl.odzew.events.ReplyId;
import pl.odzew.events.SellerId;
import pl.odzew.events.Target;
import pl.odzew.events.catalogue.CloudEvent;
import pl.odzew.events.catalogue.Service;
import pl.odzew.events.reply.v1.AttachmentRef;
import pl.odzew.events.reply.v1.ReplyRequested;
import pl.odzew.events.reply.v1.ReplyRoute;

/// A reply to the seller's own address, through his own mailbox, so that he sees what his buyers see.
///
/// No message was received and nothing is decided: no buyer's window is taken.
public final class Trial {

    /// A trial that comes later has nobody waiting for it.
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private Trial() {}

    /// @param replyId a new one for each trial
    public static CloudEvent of(
            SellerId seller,
            Target mailbox,
            MailAddress address,
            ReplyId replyId,
            @Nullable String subject,
            String text,
            List<AttachmentRef> attachments,
            Instant now) {
        var reply = new ReplyRequested(
                replyId,
                seller,
                mailbox,
                new ConversationId("trial-" + replyId),
                new EventId("trial-" + replyId),
                new ReplyRoute.Mail(address, null, List.of(), now, null),
                subject,
                text,
                attachments,
                now,
                now.plus(PATIENCE));
        return new CloudEvent(
                new EventId("requested-" + replyId), Service.RESPONDER_SERVICE.source(), now, reply, null);
    }
}
