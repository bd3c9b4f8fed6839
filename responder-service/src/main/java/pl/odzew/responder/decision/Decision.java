package pl.odzew.responder.decision;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.reply.v1.ReplyRoute;
import pl.odzew.responder.settings.ReplyText;

/// What a buyer's message gets; every message ends in one.
public sealed interface Decision {

    /// Answer: the reply is requested, and the buyer's window is taken from now on.
    ///
    /// @param subject of the buyer's mail; absent for the API
    /// @param expiresAt after this moment nobody wants it any more
    record Reply(ReplyRoute route, @Nullable String subject, ReplyText text, Instant expiresAt) implements Decision {

        public Reply {
            requireNonNull(route, "route is null");
            requireNonNull(text, "text is null");
            requireNonNull(expiresAt, "expiresAt is null");
        }
    }

    /// Do not answer; the seller can read why.
    record Silence(SilenceReason reason) implements Decision {

        public Silence {
            requireNonNull(reason, "reason is null");
        }
    }

    /// Keep the message and decide again when what it waits for has happened, at the latest when it is too old.
    record Wait(WaitReason reason) implements Decision {

        public Wait {
            requireNonNull(reason, "reason is null");
        }
    }
}
