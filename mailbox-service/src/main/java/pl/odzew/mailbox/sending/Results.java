package pl.odzew.mailbox.sending;

import java.time.Instant;
import java.util.List;
import pl.odzew.events.ConversationId;
import pl.odzew.events.Event;
import pl.odzew.events.MailboxId;
import pl.odzew.events.ReplyId;
import pl.odzew.events.SellerId;
import pl.odzew.events.Target;
import pl.odzew.events.message.v1.Buyer;
import pl.odzew.events.message.v1.MessageAnsweredByPerson;
import pl.odzew.events.reply.v1.DeferralReason;
import pl.odzew.events.reply.v1.ReplyDeferred;
import pl.odzew.events.reply.v1.ReplyFailed;
import pl.odzew.events.reply.v1.ReplyFailureReason;
import pl.odzew.events.reply.v1.ReplyRequested;
import pl.odzew.events.reply.v1.ReplySent;
import pl.odzew.events.reply.v1.ReplyUnknown;

/// Which events announce a settlement.
public final class Results {

    private Results() {}

    public static List<Event> of(Intent intent, Settlement settlement, Instant now) {
        ReplyRequested reply = intent.request();
        return switch (settlement) {
            case Settlement.Sent sent ->
                List.of(new ReplySent(
                        reply.replyId(),
                        reply.sellerId(),
                        reply.target(),
                        reply.conversationId(),
                        now,
                        sent.messageId()));
            case Settlement.Failed failed -> List.of(failed(reply, failed, now));
            case Settlement.AnsweredByPerson answered ->
                List.of(
                        new MessageAnsweredByPerson(
                                reply.sellerId(),
                                reply.target(),
                                reply.conversationId(),
                                new Buyer(null, intent.route().to().localPartBeforePlus()),
                                answered.answeredAt()),
                        failed(reply, new Settlement.Failed(ReplyFailureReason.ANSWERED_BY_PERSON, null), now));
            case Settlement.Unproved unproved ->
                List.of(new ReplyUnknown(
                        reply.replyId(),
                        reply.sellerId(),
                        reply.target(),
                        reply.conversationId(),
                        now,
                        unproved.attemptedAt()));
            case Settlement.Deferred deferred ->
                intent.deferred()
                        ? List.of()
                        : List.of(new ReplyDeferred(
                                reply.replyId(),
                                reply.sellerId(),
                                reply.target(),
                                reply.conversationId(),
                                now,
                                deferred.until(),
                                DeferralReason.DAILY_MAIL_LIMIT));
            case Settlement.Doubtful _, Settlement.Postponed _ -> List.of();
        };
    }

    /// A reply that was settled before and of which no more is kept than its name.
    public static ReplyFailed failed(
            ReplyId reply,
            SellerId seller,
            MailboxId mailbox,
            ConversationId conversation,
            ReplyFailureReason reason,
            Instant now) {
        return new ReplyFailed(reply, seller, Target.of(mailbox), conversation, now, reason, null);
    }

    private static ReplyFailed failed(ReplyRequested reply, Settlement.Failed failed, Instant now) {
        return new ReplyFailed(
                reply.replyId(),
                reply.sellerId(),
                reply.target(),
                reply.conversationId(),
                now,
                failed.reason(),
                failed.serverWords());
    }
}
