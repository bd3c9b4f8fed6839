package pl.odzew.mailbox.watch;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.MailboxId;
import pl.odzew.mailbox.lease.Lease;

/// Remembers how far each mailbox has been read.
public interface Cursors {

    CompletionStage<Optional<Cursor>> load(MailboxId mailbox);

    /// How far the Sent folder has been read; empty before the first look into it.
    CompletionStage<Optional<Cursor>> loadSent(MailboxId mailbox);

    /// As [#save], of the Sent folder.
    CompletionStage<Void> saveSent(Lease lease, Cursor cursor);

    /// Where reading begins in a mailbox that was just connected; without effect where it has begun
    /// already.
    CompletionStage<Void> begin(MailboxId mailbox, Cursor cursor);

    /// Must be called only when everything up to the cursor has been published. Fails when the lease is no
    /// longer this replica's; then nothing is changed.
    ///
    /// @param lastMailSeenAt when the newest mail of the batch was seen; absent where there was none
    CompletionStage<Void> save(Lease lease, Cursor cursor, @Nullable Instant lastMailSeenAt);
}
