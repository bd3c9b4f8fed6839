package pl.odzew.mailbox.sending;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.reply.v1.ReplyFailureReason;

/// What follows for a reply from an attempt to send it or to find it.
public sealed interface Settlement {

    /// It will not change any more; the result is announced.
    sealed interface Final extends Settlement {}

    record Sent(String messageId) implements Final {}

    record Failed(ReplyFailureReason reason, @Nullable String serverWords) implements Final {}

    /// The seller was faster; also announced as an answer of his.
    record AnsweredByPerson(Instant answeredAt) implements Final {}

    /// Looked for as often as we do, and not found.
    record Unproved(Instant attemptedAt) implements Final {}

    /// Possibly sent: looked for at that moment.
    record Doubtful(Instant attemptedAt, int looks, Instant lookAt) implements Settlement {}

    /// Not sent, and tried again at that moment; announced, since a limit holds it back.
    record Deferred(Instant until) implements Settlement {}

    /// Not sent, and tried again at that moment.
    record Postponed(Instant until) implements Settlement {}
}
