package pl.odzew.endtoend;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import pl.odzew.events.message.v1.MessageReceived;
import pl.odzew.events.reply.v1.ReplyRequested;
import pl.odzew.events.reply.v1.ReplyRoute;
import pl.odzew.events.reply.v1.ReplySent;
import pl.odzew.mailbox.mailserver.control.OutsideView;
import pl.odzew.mailbox.mailserver.letters.Buyer;
import pl.odzew.mailbox.mailserver.letters.BuyersLetter;

/// A buyer's mail on its way through Odzew, and the reply on its way back.
///
/// @param masked the address to which the answer must go, with its `+id`
record BuyersMail(World world, String masked, String messageId, Instant deliveredAt) {

    static final Duration REPLY_LIMIT = Duration.ofSeconds(30);

    static BuyersMail deliver(World world, Seller to, Buyer buyer, String transaction, BuyersLetter letter) {
        Instant delivered = world.gmail().delivers(to.address(), letter.quotedPrintable());
        return new BuyersMail(world, buyer.maskedAddress(transaction), letter.messageId(), delivered);
    }

    SeenEvent awaitReceived() {
        return world.events()
                .await("message.received for the mail of " + masked, REPLY_LIMIT, MessageReceived.class, this::isThis);
    }

    SeenEvent awaitRequested(SeenEvent received) {
        return world.events()
                .await(
                        "reply.requested for " + received.id(),
                        REPLY_LIMIT,
                        ReplyRequested.class,
                        request -> request.inReplyTo().equals(received.event().id()));
    }

    SeenEvent awaitSent(ReplyRequested request) {
        return world.events()
                .await(
                        "reply.sent for " + request.replyId(),
                        REPLY_LIMIT,
                        ReplySent.class,
                        sent -> sent.replyId().equals(request.replyId()));
    }

    OutsideView awaitAnswer() {
        return Patience.await(
                "an answer is accepted for " + masked,
                REPLY_LIMIT,
                () -> answers().stream().findFirst());
    }

    List<OutsideView> answers() {
        return world.gmail().mailsTo(masked);
    }

    private boolean isThis(MessageReceived message) {
        return message.route() instanceof ReplyRoute.Mail route
                && route.to().value().equalsIgnoreCase(masked)
                && messageId.equals(route.messageId());
    }
}
