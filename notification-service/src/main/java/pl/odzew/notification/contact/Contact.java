package pl.odzew.notification.contact;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import pl.odzew.events.MailAddress;

/// Where a seller is written to.
///
/// @param email of the mailbox that he connected last, else the first of his Allegro account; absent while he has none.
///     Its owner is proved by login, and it receives mail even while we cannot log in to it.
public record Contact(@Nullable MailAddress email, Language language) {

    public Contact {
        requireNonNull(language, "language is null");
    }
}
