package pl.odzew.mailbox.connection;

import static java.util.Objects.requireNonNull;

/// A mailbox with what its servers are shown at sign-in.
public record SignIn(Mailbox mailbox, Login login, Servers servers) {

    public SignIn {
        requireNonNull(mailbox, "mailbox is null");
        requireNonNull(login, "login is null");
        requireNonNull(servers, "servers is null");
    }
}
