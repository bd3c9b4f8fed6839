package pl.odzew.mailbox.intake;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.ConversationId;
import pl.odzew.events.EventId;
import pl.odzew.events.message.v1.Buyer;
import pl.odzew.events.message.v1.MailFacts;
import pl.odzew.events.message.v1.MessageText;
import pl.odzew.events.reply.v1.ReplyRoute;

/// What a mail turned out to be, and so what happens with it.
public sealed interface Reading {

    /// An Allegro buyer's: becomes `message.received`.
    ///
    /// @param eventId a digest of what identifies the mail for ever
    /// @param route absent where the mail has no reply address
    record BuyersMail(
            EventId eventId,
            ConversationId conversationId,
            Buyer buyer,
            Instant receivedAt,
            @Nullable String subject,
            MessageText text,
            ReplyRoute.@Nullable Mail route,
            MailFacts facts,
            @Nullable String offerId,
            @Nullable String orderId)
            implements Reading {}

    /// Anything else: nothing of it leaves the service but a count.
    record Private() implements Reading {}

    /// Allegro's about an order, a delivery or an offer of its own: nobody is to be answered.
    record AllegroNotice() implements Reading {}

    /// Sent by Allegro, but by no template that we know: counted and alerted on.
    ///
    /// @param looks for the operator, who may have to teach us the template
    record UnknownAllegroMail(RedactedMail looks) implements Reading {}

    /// A returned mail that names one of our own replies by its Message-ID.
    record Bounce(List<String> messageIds) implements Reading {}

    /// Cannot be read: recorded by its UID, and the next one is read.
    ///
    /// @param what never repeats the mail's words
    record Unreadable(String what) implements Reading {}
}
