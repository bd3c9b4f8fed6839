package pl.odzew.mailbox.watch.imap;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.vertx.core.Vertx;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import pl.odzew.mailbox.connection.Login;
import pl.odzew.mailbox.connection.NoGoogle;
import pl.odzew.mailbox.connection.Secret;
import pl.odzew.mailbox.connection.ServerAddress;
import pl.odzew.mailbox.connection.tls.TestCertificate;
import pl.odzew.mailbox.watch.MailConnectionContract;
import pl.odzew.mailbox.watch.MailConnector;

/// Against somebody else's server: no `ID`, no special use, no `AUTHENTICATE PLAIN`.
class ImapOnGreenMailTest extends MailConnectionContract {

    private static Vertx vertx;
    private static MailConnector connector;

    private GreenMail server;
    private GreenMailUser user;
    private MailFolder sent;

    @BeforeAll
    static void startClient() {
        System.setProperty(
                "greenmail.tls.keystore.file", TestCertificate.keyStore().toString());
        System.setProperty("greenmail.tls.keystore.password", TestCertificate.PASSWORD);
        vertx = Vertx.vertx();
        connector = new ImapConnector(
                vertx,
                TestCertificate.trusted(),
                NoGoogle.tokens(),
                ImapConnector.hasty(Duration.ofSeconds(10)),
                Optional.empty());
    }

    @AfterAll
    static void stopClient() {
        vertx.close();
    }

    @BeforeEach
    void startServer() throws Exception {
        server = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_IMAPS));
        server.start();
        user = server.setUser("anna@wp.pl", "anna@wp.pl", "hasło \"1\"\\");
        sent = server.getManagers().getImapHostManager().createMailbox(user, "INBOX.Wysłane");
    }

    @AfterEach
    void stopServer() {
        server.stop();
    }

    @Override
    protected MailConnector connector() {
        return connector;
    }

    @Override
    protected ServerAddress server() {
        return new ServerAddress("localhost", server.getImaps().getPort(), ServerAddress.Security.TLS);
    }

    @Override
    protected Login seller() {
        return new Login("anna@wp.pl", new Secret("hasło \"1\"\\"));
    }

    /// Angus says what is not ASCII in another charset than the server expects.
    @Override
    protected Login sellerInAscii() {
        user.setPassword("haslo");
        return new Login("anna@wp.pl", new Secret("haslo"));
    }

    @Override
    protected void deliver(String mail) {
        user.deliver(message(mail));
    }

    @Override
    protected void fileIntoSent(String mail) {
        try {
            sent.store(message(mail));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected void dropConnections() {
        server.stop();
    }

    private static MimeMessage message(String mail) {
        try {
            byte[] bytes = mail.replace("\n", "\r\n").getBytes(UTF_8);
            return new MimeMessage((Session) null, new ByteArrayInputStream(bytes));
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
