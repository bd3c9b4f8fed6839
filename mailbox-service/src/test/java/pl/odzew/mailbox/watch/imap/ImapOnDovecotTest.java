package pl.odzew.mailbox.watch.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pl.odzew.mailbox.connection.Login;
import pl.odzew.mailbox.connection.NoGoogle;
import pl.odzew.mailbox.connection.Secret;
import pl.odzew.mailbox.connection.ServerAddress;
import pl.odzew.mailbox.connection.tls.TestCertificate;
import pl.odzew.mailbox.dovecot.Dovecot;
import pl.odzew.mailbox.dovecot.Lmtp;
import pl.odzew.mailbox.intake.Uid;
import pl.odzew.mailbox.intake.UidValidity;
import pl.odzew.mailbox.watch.MailConnection;
import pl.odzew.mailbox.watch.MailConnection.FolderState;
import pl.odzew.mailbox.watch.MailConnectionContract;
import pl.odzew.mailbox.watch.MailConnector;

/// Against the server that most hosters run.
class ImapOnDovecotTest extends MailConnectionContract {

    private static Vertx vertx;
    private static Dovecot server;
    private static Lmtp post;
    private static MailConnector connector;

    private final String anna = "anna" + System.nanoTime() + "@example.org";

    @BeforeAll
    static void start() throws IOException {
        if (!Dovecot.isInstalled()) {
            System.out.println("SKIPPED: " + ImapOnDovecotTest.class.getSimpleName()
                    + " needs Debian's packages dovecot-imapd and dovecot-lmtpd, and root");
        }
        assumeTrue(Dovecot.isInstalled(), "dovecot-imapd is not installed, or this is not root");
        server = Dovecot.start(
                Files.createTempDirectory("dovecot"), TestCertificate.certificate(), TestCertificate.key(), 100);
        post = server.lmtp();
        vertx = Vertx.vertx();
        connector = new ImapConnector(
                vertx,
                TestCertificate.trusted(),
                NoGoogle.tokens(),
                ImapConnector.hasty(Duration.ofSeconds(10)),
                Optional.of("admin@odzew.example"));
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            post.close();
            server.close();
            vertx.close();
        }
    }

    @Override
    protected MailConnector connector() {
        return connector;
    }

    @Override
    protected ServerAddress server() {
        return new ServerAddress(Dovecot.HOST, server.imapPort(), ServerAddress.Security.TLS);
    }

    @Override
    protected Login seller() {
        return new Login(anna, new Secret(Dovecot.PASSWORD));
    }

    @Override
    protected void deliver(String mail) {
        post.deliver(anna, mail);
    }

    @Override
    protected void fileIntoSent(String mail) {
        server.file(anna, "Sent", mail);
    }

    @Override
    protected void dropConnections() {
        server.kick(anna);
    }

    @Test
    void aRestoredMailboxHasAnotherValidityAndTheSameMails() {
        // Given
        deliver(FROM_A_BUYER.formatted("first"));
        MailConnection first = open();
        FolderState before = await(first.examine("INBOX"));
        await(first.logout());

        // When
        server.renumber(anna, before.uidValidity().value() + 1);
        MailConnection again = open();
        FolderState after = await(again.examine("INBOX"));

        // Then
        assertThat(after.uidValidity())
                .isEqualTo(new UidValidity(before.uidValidity().value() + 1));
        assertThat(await(again.uidsFrom(new Uid(1)))).hasSize(1);
    }

    @Test
    void hundredsOfMailsAreListedAndFetchedByOneCommandEach() {
        // Given
        for (int i = 0; i < 300; i++) {
            deliver(FROM_A_BUYER.formatted(i));
        }
        MailConnection connection = open();
        await(connection.examine("INBOX"));

        // When
        List<Uid> uids = await(connection.uidsFrom(new Uid(1)));

        // Then
        assertThat(uids).hasSize(300).isSorted();
        assertThat(await(connection.fetch(uids, 10_000))).hasSize(300);
    }
}
