package pl.odzew.mailbox.watch.imap;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Optional;
import pl.odzew.mailbox.connection.NoGoogle;
import pl.odzew.mailbox.connection.tls.MailTls;

/// Makes connectors for tests of other packages.
public final class ImapConnectors {

    private ImapConnectors() {}

    public static ImapConnector hasty(Vertx vertx, MailTls tls, Duration silence) {
        return new ImapConnector(vertx, tls, NoGoogle.tokens(), ImapConnector.hasty(silence), Optional.empty());
    }
}
