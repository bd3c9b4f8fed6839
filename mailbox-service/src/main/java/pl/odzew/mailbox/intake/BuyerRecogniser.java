package pl.odzew.mailbox.intake;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.MailAddress;
import pl.odzew.events.mailbox.v1.MailProvider;
import pl.odzew.events.message.v1.Buyer;

/// Tells buyers' mails from all others. Only the sender decides: whether it may be answered is the
/// responder's question.
final class BuyerRecogniser {

    private final Recognisers recognisers;
    private final SenderVerification verification;

    BuyerRecogniser(Recognisers recognisers) {
        this.recognisers = recognisers;
        this.verification = new SenderVerification(recognisers.authorities(), recognisers.allegroDomains());
    }

    /// What it was recognised as.
    sealed interface Recognition {

        /// @param replyTo the buyer's masked address with its `+id`; absent where the mail names none
        /// @param threadId of the Message Center, where the mail links to it
        record FromBuyer(
                Buyer buyer,
                @Nullable MailAddress replyTo,
                @Nullable String threadId,
                @Nullable String offerId,
                @Nullable String orderId)
                implements Recognition {}

        /// Allegro's, by no template that we know.
        record FromAllegro() implements Recognition {}

        record FromSomebody() implements Recognition {}
    }

    Recognition recognise(ParsedMail mail, MailProvider provider) {
        MailAddress sender = mail.sender();
        if (sender == null
                || !recognisers.isAllegros(sender)
                || !verification.vouchesFor(sender.domain(), mail.headers(), provider)) {
            return new Recognition.FromSomebody();
        }
        if (recognisers.isMasked(sender)) {
            return fromBuyer(mail, sender, maskedReplyTo(mail, sender));
        }
        boolean notice = recognisers.isNoticeSender(sender)
                && recognisers.notices().stream().anyMatch(template -> template.matches(mail));
        return notice ? fromNotice(mail) : new Recognition.FromAllegro();
    }

    /// A Reply-To counts only where it belongs to the same buyer: it may carry the `+id` that From lacks.
    private MailAddress maskedReplyTo(ParsedMail mail, MailAddress sender) {
        return mail.replyTo().stream()
                .filter(recognisers::isMasked)
                .filter(to -> to.localPartBeforePlus().equalsIgnoreCase(sender.localPartBeforePlus()))
                .findFirst()
                .orElse(sender);
    }

    private Recognition fromNotice(ParsedMail mail) {
        Optional<MailAddress> masked =
                mail.replyTo().stream().filter(recognisers::isMasked).findFirst();
        if (masked.isEmpty() && login(mail) == null) {
            return new Recognition.FromAllegro();
        }
        return fromBuyer(mail, masked.orElse(null), masked.orElse(null));
    }

    private Recognition fromBuyer(ParsedMail mail, @Nullable MailAddress masked, @Nullable MailAddress replyTo) {
        String links = String.join("\n", mail.links());
        String everything = mail.text() + "\n" + links;
        return new Recognition.FromBuyer(
                new Buyer(login(mail), masked == null ? null : masked.localPartBeforePlus()),
                replyTo,
                Recognisers.first(recognisers.threads(), everything).orElse(null),
                Recognisers.first(recognisers.offers(), everything).orElse(null),
                Recognisers.first(recognisers.orders(), everything).orElse(null));
    }

    private @Nullable String login(ParsedMail mail) {
        return Recognisers.last(recognisers.logins(), mail.text() + "\n" + String.join("\n", mail.links()))
                .orElse(null);
    }
}
