package pl.odzew.events.reply.v1;

import java.time.Instant;

/// What became of a reply; each is written once for a reply, and a blocked or failed one may follow a sent one.
public sealed interface ReplyResult extends ReplyEvent
        permits ReplySent, ReplyDeferred, ReplyBlocked, ReplyFailed, ReplyUnknown {

    Instant at();
}
