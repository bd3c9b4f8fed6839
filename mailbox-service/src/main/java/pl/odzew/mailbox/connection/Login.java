package pl.odzew.mailbox.connection;

import static java.util.Objects.requireNonNull;

/// What a mail server is shown at sign-in.
///
/// @param user mostly the mailbox's address
public record Login(String user, Secret password) {

    public Login {
        requireNonNull(user, "user is null");
        requireNonNull(password, "password is null");
    }
}
