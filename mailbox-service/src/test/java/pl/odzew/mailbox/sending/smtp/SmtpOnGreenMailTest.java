package pl.odzew.mailbox.sending.smtp;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.vertx.core.Vertx;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import pl.odzew.events.MailAddress;
import pl.odzew.mailbox.connection.Login;
import pl.odzew.mailbox.connection.NoGoogle;
import pl.odzew.mailbox.connection.Secret;
import pl.odzew.mailbox.connection.ServerAddress;
import pl.odzew.mailbox.connection.tls.TestCertificate;
import pl.odzew.mailbox.sending.MailTransport;
import pl.odzew.mailbox.sending.MailTransportContract;

/// Against somebody else's server.
class SmtpOnGreenMailTest extends MailTransportContract {

    private static Vertx vertx;
    private static GreenMail server;
    private static SmtpTransport transport;

    @BeforeAll
    static void start() {
        System.setProperty(
                "greenmail.tls.keystore.file", TestCertificate.keyStore().toString());
        System.setProperty("greenmail.tls.keystore.password", TestCertificate.PASSWORD);
        vertx = Vertx.vertx();
        server = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTPS));
        server.start();
        server.setUser("anna@wp.pl", "anna@wp.pl", "hasło \"1\"\\");
        transport = new SmtpTransport(vertx, TestCertificate.trusted(), NoGoogle.tokens(), new HastySmtp());
    }

    @AfterAll
    static void stop() {
        server.stop();
        vertx.close();
    }

    @Override
    protected MailTransport transport() {
        return transport;
    }

    @Override
    protected ServerAddress server() {
        return new ServerAddress("localhost", server.getSmtps().getPort(), ServerAddress.Security.TLS);
    }

    @Override
    protected Login seller() {
        return new Login("anna@wp.pl", new Secret("hasło \"1\"\\"));
    }

    @Override
    protected int takenFor(MailAddress address) {
        return (int) server.findReceivedMessages(user -> user.getEmail().equals(address.value()), _ -> true)
                .count();
    }
}
