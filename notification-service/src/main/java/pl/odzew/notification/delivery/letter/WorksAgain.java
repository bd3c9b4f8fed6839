package pl.odzew.notification.delivery.letter;

import java.util.List;

/// What the good news shows.
///
/// @param decisions the page with what Odzew did
public record WorksAgain(Frame frame, List<Repaired> repaired, boolean several, String decisions) {

    /// @param name of the mailbox or account
    /// @param from when it broke, in the seller's words and time
    /// @param to when it worked again
    public record Repaired(String name, String from, String to) {}
}
