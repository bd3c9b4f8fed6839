package pl.odzew.notification.contact;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.MailAddress;

/// Where and how a seller is written to.
///
/// @param verified addresses that he gave and that answered; those that take no mail are left out
/// @param fallback the address of the mailbox that he connected last, else the first of his Allegro account; absent
///     while he has none. Its owner is proved by login, and it receives mail even while we cannot log in to it.
/// @param reminders whether he wants to be reminded of trouble that lasts
/// @param announcements whether he wants to hear of what the operator announces
public record Contact(
        Language language,
        List<MailAddress> verified,
        @Nullable MailAddress fallback,
        boolean reminders,
        boolean announcements) {

    public Contact {
        requireNonNull(language, "language is null");
        verified = List.copyOf(verified);
    }

    /// The address that stands for all of them, where one is to be shown.
    public @Nullable MailAddress email() {
        return verified.isEmpty() ? fallback : verified.getFirst();
    }

    /// To whom a mail goes that belongs to no mailbox.
    public List<MailAddress> recipients() {
        MailAddress first = email();
        if (first == null) {
            return List.of();
        }
        return verified.isEmpty() ? List.of(first) : verified;
    }
}
