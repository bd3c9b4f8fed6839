package pl.odzew.mailbox.sending;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.MailboxId;
import pl.odzew.events.ReplyId;
import pl.odzew.mailbox.lease.Lease;

/// Keeps what is to be sent, and tells the world how each ended in the same transaction.
public interface Intents {

    /// Leases of this replica under which something can be done now; nobody's for a mailbox that is gone.
    CompletionStage<List<Lease>> due();

    /// The oldest reply of the mailbox that is due.
    ///
    /// @param expiredOnly for a mailbox through which nothing can be sent now
    CompletionStage<Optional<Intent>> nextDue(MailboxId mailbox, boolean expiredOnly);

    /// Takes a pending reply for handing it over. `false` where it is not to be sent any more: withdrawn,
    /// expired, or the lease is another's. A claim that a crash leaves behind comes back as doubtful.
    CompletionStage<Boolean> claim(Lease lease, ReplyId reply);

    /// Stores what follows, with the events that announce it; nothing where the reply is being handed over
    /// under another lease.
    CompletionStage<Void> settle(Lease lease, Intent intent, Settlement settlement);

    /// What has left through the mailbox since then, or possibly has.
    CompletionStage<Usage> usage(MailboxId mailbox, Instant since);

    /// @param oldest absent where nothing was sent
    record Usage(int sent, @Nullable Instant oldest) {}
}
