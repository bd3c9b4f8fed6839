package pl.odzew.responder.decision;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/// An earlier answer to the same buyer, on any way.
///
/// @param decidedAt when the window was taken: on the decision, not on the sending
public record PastReply(Instant decidedAt, Standing standing) {

    /// What it means for the buyer's window.
    public enum Standing {
        /// The buyer has got it, or may have.
        TAKES_WINDOW,
        /// Requested, and not known to have left: it takes the window too, but may still come to nothing.
        ON_ITS_WAY,
        /// Withdrawn on the move to version 3; its sender has not said yet whether in time.
        BEING_WITHDRAWN,
        /// It is certain that the buyer got nothing.
        CAME_TO_NOTHING
    }

    public PastReply {
        requireNonNull(decidedAt, "decidedAt is null");
        requireNonNull(standing, "standing is null");
    }
}
