package pl.odzew.mailbox.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.odzew.mailbox.intake.RawMail;
import pl.odzew.mailbox.intake.Uid;

/// What is to be done for a watch; most are answered by a [Signal].
sealed interface Action {

    /// Sign in, after asking the SMTP server where that was the one that refused. Answered by `Opened`,
    /// `Refused`, `Unreachable`, `Gone` or `Stuck`; before its turn by `Turn` or `Held`.
    ///
    /// @param itsTurn whether it has waited for its turn already
    record Open(boolean itsTurn) implements Action {}

    /// Answered by `Examined`.
    record Examine() implements Action {}

    /// Answered by `Listed`.
    record ListFrom(Uid first) implements Action {}

    /// Answered by `Listed`: what was received since then, whatever its UID.
    record ListSince(Instant since) implements Action {}

    /// Answered by `Fetched`.
    record Fetch(List<Uid> uids) implements Action {}

    /// Publish what is a buyer's, then save the cursor. Answered by `Delivered`.
    record Deliver(List<RawMail> mails, @Nullable Cursor then) implements Action {}

    /// Look for a person's answers. Answered by `SentRead`.
    record ReadSent() implements Action {}

    /// Answered by `IdleEnded`.
    record Idle(Duration atMost) implements Action {}

    /// Close the connection, and listen no more to what it still says.
    record Close() implements Action {}

    /// Answered by `TimeIsUp`, unless the next timer or `Close` comes first.
    record Wait(Duration delay) implements Action {}

    /// Tell the seller that the server does not answer.
    record ReportUnreachable(Instant since, String what) implements Action {}
}
