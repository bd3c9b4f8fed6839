package pl.odzew.mailbox.connection;

import static java.util.Objects.requireNonNull;

/// Where one of a mailbox's two servers listens.
///
/// @param security TLS from the first byte (IMAP 993, SMTP 465) or STARTTLS (SMTP 587); never none
public record ServerAddress(String host, int port, Security security) {

    /// How the connection is protected.
    public enum Security {
        TLS,
        STARTTLS
    }

    public ServerAddress {
        requireNonNull(host, "host is null");
        requireNonNull(security, "security is null");
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("a port from 1 to 65535 expected");
        }
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
