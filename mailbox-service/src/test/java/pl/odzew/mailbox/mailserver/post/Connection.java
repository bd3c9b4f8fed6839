package pl.odzew.mailbox.mailserver.post;

/// A signed-in session of an account.
public interface Connection {

    Protocol protocol();

    /// Ends it at once, IMAP with a last word; must not wait for the client.
    void expire();
}
