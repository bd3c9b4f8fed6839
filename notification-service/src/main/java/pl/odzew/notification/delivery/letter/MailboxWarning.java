package pl.odzew.notification.delivery.letter;

import java.util.List;
import pl.odzew.events.mailbox.v1.AuthFailureReason;
import pl.odzew.events.mailbox.v1.Remedy;

/// What the warning about mailboxes shows.
///
/// @param groups mailboxes with the same trouble and the same ways out, so that the steps stand there once
/// @param reminder whether it has been told before
public record MailboxWarning(Frame frame, boolean reminder, List<Group> groups, boolean several) {

    /// @param google whether Google is the provider
    /// @param several whether it is more than one mailbox
    /// @param versionThreeNumber the number of the way by version 3; 0 where it is not among them
    /// @param guide the page that shows how to make an app password
    public record Group(
            AuthFailureReason reason,
            boolean google,
            boolean several,
            List<Broken> mailboxes,
            List<Way> ways,
            int versionThreeNumber,
            String guide) {

        public Broken first() {
            return mailboxes.getFirst();
        }

        /// Whether another way comes after this one.
        public boolean hasWayAfter(Way way) {
            return way.number() < ways.size();
        }
    }

    /// @param since in the seller's words and time
    /// @param signIn the page for signing in; empty where none is known
    /// @param signInNamed whether the server itself named that page
    public record Broken(
            String address,
            String since,
            String serverWords,
            String signIn,
            boolean signInNamed,
            String security,
            String appPasswords,
            String settings,
            String versionThree) {}

    /// @param number from 1, in the order of the event
    public record Way(int number, Remedy remedy) {}
}
