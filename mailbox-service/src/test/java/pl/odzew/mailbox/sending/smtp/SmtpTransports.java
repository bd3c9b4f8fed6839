package pl.odzew.mailbox.sending.smtp;

import io.vertx.core.Vertx;
import pl.odzew.mailbox.connection.NoGoogle;
import pl.odzew.mailbox.connection.tls.MailTls;
import pl.odzew.mailbox.connection.tls.TestCertificate;

/// Makes transports for tests of other packages.
public final class SmtpTransports {

    private SmtpTransports() {}

    public static SmtpTransport hasty(Vertx vertx) {
        return hasty(vertx, TestCertificate.trusted());
    }

    public static SmtpTransport hasty(Vertx vertx, MailTls tls) {
        return new SmtpTransport(vertx, tls, NoGoogle.tokens(), new HastySmtp());
    }
}
