package pl.odzew.allegro.replying;

/// Where a reply stands; it goes forward only, and back from SENDING to PENDING on proof that nothing was
/// taken. Proof that Allegro took it ends every doubt, also one that was given up.
public enum ReplyState {
    /// Stored; nothing was sent.
    PENDING,
    /// Claimed by a worker: it may leave at any moment. Found so at a start, it counts as UNKNOWN.
    SENDING,
    /// It may stand at Allegro or not; looking tells, sending again is forbidden.
    UNKNOWN,
    /// Allegro has it.
    SENT,
    /// It did not leave and will not.
    FAILED,
    /// Looking proved nothing.
    GIVEN_UP;

    public boolean isFinal() {
        return switch (this) {
            case PENDING, SENDING, UNKNOWN -> false;
            case SENT, FAILED, GIVEN_UP -> true;
        };
    }
}
