package pl.odzew.mailbox.connection;

import static java.util.Objects.requireNonNull;

/// The two servers of a provider.
public record Servers(ServerAddress imap, ServerAddress smtp) {

    public Servers {
        requireNonNull(imap, "imap is null");
        requireNonNull(smtp, "smtp is null");
    }
}
