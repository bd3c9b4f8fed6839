package pl.odzew.notification.delivery.letter;

import java.util.List;
import pl.odzew.events.account.v1.AccountAuthFailureReason;

/// What the warning about Allegro accounts shows.
///
/// @param reminder whether it has been told before
public record AccountWarning(Frame frame, boolean reminder, List<Broken> accounts, boolean several) {

    /// @param since in the seller's words and time
    /// @param page the account in the portal
    public record Broken(
            String login, AccountAuthFailureReason reason, String since, String serverWords, String page) {}
}
