package pl.odzew.allegro.authorization;

import static java.util.Objects.requireNonNull;

import java.util.List;
import pl.odzew.events.MailAddress;

/// Who consented, by `GET /me` and `GET /account/additional-emails`.
///
/// @param addresses from which Allegro takes mail for buyers
public record Profile(AllegroUserId userId, Login login, List<MailAddress> addresses) {

    public Profile {
        requireNonNull(userId, "userId is null");
        requireNonNull(login, "login is null");
        addresses = List.copyOf(addresses);
    }
}
