package pl.odzew.events.message.v1;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Who wrote, as far as the channel tells; within one seller and Allegro account.
///
/// @param login Allegro's login, lower-cased, since Allegro writes `Client:1` and `client:1` for the same person
/// @param maskedLocalPart the local part before `+` of the masked address, the same for all mails of one
/// buyer to one seller
public record Buyer(@Nullable String login, @Nullable String maskedLocalPart) {

    public Buyer {
        if (login == null && maskedLocalPart == null) {
            throw new IllegalArgumentException("a buyer has a login or a masked address");
        }
        login = login == null ? null : login.toLowerCase(Locale.ROOT);
        maskedLocalPart = maskedLocalPart == null ? null : maskedLocalPart.toLowerCase(Locale.ROOT);
    }
}
