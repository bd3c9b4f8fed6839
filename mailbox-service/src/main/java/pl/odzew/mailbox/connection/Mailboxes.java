package pl.odzew.mailbox.connection;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import pl.odzew.events.MailboxId;
import pl.odzew.events.SellerId;

/// Keeps the mailboxes, and tells the world of each change in the same transaction.
public interface Mailboxes {

    CompletionStage<List<Mailbox>> all();

    CompletionStage<List<Mailbox>> of(SellerId seller);

    CompletionStage<Optional<Mailbox>> find(MailboxId id);

    /// The mailbox with its saved password in clear; empty once it was taken away.
    CompletionStage<Optional<SignIn>> signIn(MailboxId id);

    /// Stores a new mailbox. Fails with [AlreadyConnectedException] where the seller has this address already.
    CompletionStage<Mailbox> add(Change connected, Password password);

    /// Loads the mailbox, decides and stores what was decided, with no other change between; empty once
    /// it was taken away.
    ///
    /// @param decision pure; an exception of its own fails the stage and changes nothing
    CompletionStage<Optional<Mailbox>> change(MailboxId id, Function<Mailbox, Change> decision);

    /// As [#change], with a new password.
    CompletionStage<Optional<Mailbox>> changePassword(
            MailboxId id, Password password, Function<Mailbox, Change> decision);

    /// Forgets the mailbox and its password.
    CompletionStage<Boolean> remove(MailboxId id, Function<Mailbox, Change> decision);

    /// The seller has connected this address before.
    final class AlreadyConnectedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public AlreadyConnectedException() {
            super("the address is connected already");
        }
    }
}
