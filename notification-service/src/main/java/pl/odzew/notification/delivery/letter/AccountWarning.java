package pl.odzew.notification.delivery.letter;

import java.util.List;
import pl.odzew.events.account.v1.AccountAuthFailureReason;

/// What the warning about Allegro accounts shows.
///
/// @param portal the portal's address
public record AccountWarning(String title, List<Broken> accounts, boolean several, String portal) {

    /// @param since in the seller's words and time
    /// @param page the account in the portal
    public record Broken(
            String login, AccountAuthFailureReason reason, String since, String serverWords, String page) {}
}
