package pl.odzew.mailbox.watch;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.MailboxId;

/// Remembers how far each mailbox has been read.
public interface Cursors {

    CompletionStage<Optional<Cursor>> load(MailboxId mailbox);

    /// Must be called only when everything up to the cursor has been published. Fails when another process has taken
    /// over; then nothing is changed.
    ///
    /// @param lastMailSeenAt when the newest mail of the batch was seen; absent where there was none
    CompletionStage<Void> save(MailboxId mailbox, Cursor cursor, @Nullable Instant lastMailSeenAt);
}
