package pl.odzew.mailbox.watch;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.odzew.mailbox.connection.Mailbox;
import pl.odzew.mailbox.intake.RawMail;
import pl.odzew.mailbox.intake.Uid;
import pl.odzew.mailbox.refusal.Verdict;

/// What a watch is told; answers to an [Action] of a connection that was closed meanwhile are not passed on.
sealed interface Signal {

    /// Begin, with the mailbox as it is.
    record Start(Mailbox mailbox) implements Signal {}

    record Stop() implements Signal {}

    /// Somebody else changed the mailbox: the seller, or the sender whose sign-in was refused.
    record Changed(Mailbox mailbox) implements Signal {}

    /// The mailbox was taken away.
    record Gone() implements Signal {}

    record TimeIsUp() implements Signal {}

    /// It is its turn at the provider then, and not before.
    record Turn(Instant at) implements Signal {}

    /// Nobody signs in at the provider at present; to be asked again then.
    record Held(Instant until) implements Signal {}

    record Opened(Mailbox mailbox, @Nullable Cursor cursor) implements Signal {}

    /// The sign-in was refused; the mailbox is as it stands after that.
    record Refused(Mailbox mailbox, Verdict verdict) implements Signal {}

    record Unreachable(Mailbox mailbox, String what) implements Signal {}

    record Examined(MailConnection.FolderState folder) implements Signal {}

    record Listed(List<Uid> uids) implements Signal {}

    record Fetched(List<RawMail> mails) implements Signal {}

    /// As much was read today as the provider bears; more from then on.
    record Exhausted(Instant until) implements Signal {}

    /// All mails of the batch are published and the cursor, if one was given, is saved.
    record Delivered() implements Signal {}

    /// @param elsewhere whether another folder than INBOX is open now
    record SentRead(boolean elsewhere) implements Signal {}

    record IdleEnded() implements Signal {}

    /// The connection failed.
    ///
    /// @param what in words that may be shown
    record Lost(MailConnectionException.Code code, String what) implements Signal {}

    /// Our own side failed: database or broker. Says nothing about the mailbox.
    record Stuck() implements Signal {}
}
