package pl.odzew.responder.decision;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.reply.v1.AttachmentRef;
import pl.odzew.events.reply.v1.ReplyRoute;

/// What a buyer's message gets; every message ends in one.
public sealed interface Decision {

    /// Answer: the reply is requested, and the buyer's window is taken from now on.
    ///
    /// @param subject of the buyer's mail; absent for the API
    /// @param text complete
    /// @param expiresAt after this moment nobody wants it any more
    /// @param rule the name of the rule that applied; absent for the default
    record Reply(
            ReplyRoute route,
            @Nullable String subject,
            String text,
            List<AttachmentRef> attachments,
            Instant expiresAt,
            @Nullable String rule)
            implements Decision {

        public Reply {
            requireNonNull(route, "route is null");
            requireNonNull(text, "text is null");
            attachments = List.copyOf(attachments);
            requireNonNull(expiresAt, "expiresAt is null");
        }
    }

    /// Do not answer; the seller can read why.
    ///
    /// @param rule the name of the rule that says so, where one does
    record Silence(SilenceReason reason, @Nullable String rule) implements Decision {

        public Silence {
            requireNonNull(reason, "reason is null");
        }

        public Silence(SilenceReason reason) {
            this(reason, null);
        }
    }

    /// Keep the message and decide again when what it waits for has happened, at the latest when it is too old.
    ///
    /// @param until when the time alone is what it waits for
    record Wait(WaitReason reason, @Nullable Instant until) implements Decision {

        public Wait {
            requireNonNull(reason, "reason is null");
        }

        public Wait(WaitReason reason) {
            this(reason, null);
        }
    }
}
