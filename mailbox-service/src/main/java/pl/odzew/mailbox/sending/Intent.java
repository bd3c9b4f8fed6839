package pl.odzew.mailbox.sending;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import pl.odzew.events.ReplyId;
import pl.odzew.events.reply.v1.ReplyRequested;
import pl.odzew.events.reply.v1.ReplyRoute;

/// A reply that is to be sent, or of which nobody knows whether it was.
///
/// @param route where it goes; the request's, known to be a mail's
/// @param deferred whether it was announced before that a limit holds it back
public record Intent(ReplyRequested request, ReplyRoute.Mail route, Stage stage, boolean deferred) {

    /// How far it has come. A reply that is being handed over is nobody's but its sender's.
    public sealed interface Stage {

        /// Not sent.
        record Pending() implements Stage {}

        /// It was handed over, or a crash left that open: it is looked for and never sent again.
        ///
        /// @param looks how many times it was looked for in vain
        record Doubtful(Instant attemptedAt, int looks) implements Stage {}
    }

    public Intent {
        requireNonNull(request, "request is null");
        requireNonNull(route, "route is null");
        requireNonNull(stage, "stage is null");
    }

    public ReplyId replyId() {
        return request.replyId();
    }
}
