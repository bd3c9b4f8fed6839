package pl.odzew.notification.delivery;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.MailAddress;

/// A mail as it leaves.
///
/// @param unsubscribe where one click ends mails of this sort (RFC 8058); absent for those that cannot be declined
public record Letter(
        MailId id,
        List<MailAddress> recipients,
        String subject,
        String text,
        String html,
        @Nullable URI unsubscribe) {

    public Letter {
        requireNonNull(id, "id is null");
        recipients = List.copyOf(recipients);
        requireNonNull(subject, "subject is null");
        requireNonNull(text, "text is null");
        requireNonNull(html, "html is null");
    }

    /// Says which mail, not to whom and what.
    @Override
    public String toString() {
        return "Letter[" + id + "]";
    }
}
