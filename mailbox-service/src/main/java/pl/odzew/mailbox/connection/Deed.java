package pl.odzew.mailbox.connection;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/// What a person did to a mailbox, for the log of who changed what.
///
/// @param actor who, as the token names him
/// @param detail what else there is to say of it, without any secret
public record Deed(String actor, Action action, @Nullable String detail) {

    public Deed {
        requireNonNull(actor, "actor is null");
        requireNonNull(action, "action is null");
    }

    /// What was done; the names stand in the log for ever.
    public enum Action {
        CONNECTED,
        CREDENTIAL_CHANGED,
        SERVERS_CHANGED,
        CHECKED,
        PAUSED,
        RESUMED,
        DISCONNECTED
    }
}
