package pl.odzew.mailbox.connection;

import static java.util.Objects.requireNonNull;

/// What is stored of a mailbox's credential, or what a mail server is shown of it.
///
/// @param user mostly the mailbox's address
/// @param password or token, as `kind` says
public record Login(String user, Secret password, Kind kind) {

    /// What the secret is.
    public enum Kind {
        PASSWORD,
        /// Of an OAuth consent; never shown to a mail server.
        REFRESH_TOKEN,
        /// Made from a refresh token, and shown to the server by XOAUTH2.
        ACCESS_TOKEN
    }

    public Login {
        requireNonNull(user, "user is null");
        requireNonNull(password, "password is null");
        requireNonNull(kind, "kind is null");
    }

    public Login(String user, Secret password) {
        this(user, password, Kind.PASSWORD);
    }

    Login withAccessToken(Secret token) {
        return new Login(user, token, Kind.ACCESS_TOKEN);
    }

    /// The initial response of XOAUTH2, as Google describes it.
    public String xoauth2() {
        return "user=" + user + "\u0001auth=Bearer " + password.reveal() + "\u0001\u0001";
    }
}
