package pl.odzew.notification.alert;

import static java.util.Objects.requireNonNull;

/// One event about a mailbox or an account, in the terms of this service.
///
/// @param version of the subject; grows with each event about it
public record Notice(Subject subject, long version, Happening happening) {

    public Notice {
        requireNonNull(subject, "subject is null");
        requireNonNull(happening, "happening is null");
    }
}
