package pl.odzew.mailbox.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.MailAddress;

/// A mail taken apart, as far as we look at it.
///
/// @param from the addresses of all From fields; a mail that can be trusted has exactly one
/// @param recipients of To, Cc and Resent-*
/// @param subject decoded
/// @param text the words of the first readable part, from HTML where there is no other; with quoted history and
///     footers
/// @param links where HTML points to
/// @param report whether it is a `multipart/report`
/// @param returned headers of mails that came back inside it
/// @param body everything after the header, as received
public record ParsedMail(
        Headers headers,
        List<MailAddress> from,
        List<MailAddress> replyTo,
        List<MailAddress> recipients,
        @Nullable String subject,
        String text,
        List<String> links,
        boolean report,
        List<Headers> returned,
        byte[] body) {

    public ParsedMail {
        from = List.copyOf(from);
        replyTo = List.copyOf(replyTo);
        recipients = List.copyOf(recipients);
        links = List.copyOf(links);
        returned = List.copyOf(returned);
    }

    /// The one address that it comes from; absent where there is none or more than one.
    public @Nullable MailAddress sender() {
        return from.size() == 1 && headers.all("From").count() == 1 ? from.getFirst() : null;
    }

    @Override
    public String toString() {
        return "ParsedMail[" + headers.fields().size() + " fields]";
    }
}
