package pl.odzew.mailbox.watch.imap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
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
import pl.odzew.mailbox.intake.RawMail;
import pl.odzew.mailbox.intake.Uid;
import pl.odzew.mailbox.mailserver.MailServer;
import pl.odzew.mailbox.mailserver.post.Account;
import pl.odzew.mailbox.mailserver.post.Folder;
import pl.odzew.mailbox.mailserver.post.Letter;
import pl.odzew.mailbox.mailserver.post.RefusalCase;
import pl.odzew.mailbox.watch.MailConnection;
import pl.odzew.mailbox.watch.MailConnectionContract;
import pl.odzew.mailbox.watch.MailConnector;
import pl.odzew.mailbox.watch.MailConnector.Opening;

class ImapOnGmailStandInTest extends MailConnectionContract {

    private static Vertx vertx;
    private static MailServer server;
    private static MailConnector connector;

    private final Account anna = server.account("anna" + System.nanoTime() + "@gmail.com", "abcdefghijklmnop");

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
        server = MailServer.start();
        connector = new ImapConnector(
                vertx,
                TestCertificate.trusting(server.certificateAuthority()),
                NoGoogle.tokens(),
                ImapConnector.hasty(Duration.ofSeconds(10)),
                Optional.of("admin@odzew.example"));
    }

    @AfterAll
    static void stop() {
        server.close();
        vertx.close();
    }

    @Override
    protected MailConnector connector() {
        return connector;
    }

    @Override
    protected ServerAddress server() {
        return new ServerAddress(MailServer.HOST, server.imapPort(), ServerAddress.Security.TLS);
    }

    @Override
    protected Login seller() {
        return new Login(anna.address(), new Secret("abcdefghijklmnop"));
    }

    @Override
    protected void deliver(String mail) {
        anna.receive(Letter.of("8awgqyk6a5+cub31c122@allegromail.pl", mail.replace("\n", "\r\n")));
    }

    @Override
    protected void fileIntoSent(String mail) {
        anna.file(Folder.SENT, mail.replace("\n", "\r\n").getBytes(UTF_8));
    }

    @Override
    protected void dropConnections() {
        anna.dropConnections();
    }

    @Test
    void gmailsOwnIdsComeWithTheMails() {
        // Given
        deliver(FROM_A_BUYER.formatted("first"));
        MailConnection connection = open();
        await(connection.examine("INBOX"));

        // When
        List<RawMail> mails = await(connection.fetch(List.of(new Uid(1)), 100_000));

        // Then
        assertThat(mails).singleElement().satisfies(mail -> {
            assertThat(mail.gmailMessageId()).containsOnlyDigits();
            assertThat(mail.gmailThreadId()).containsOnlyDigits();
        });
    }

    @Test
    void theMailsOfAThreadAreFoundByGmailsOwnNumber() {
        // Given
        deliver(FROM_A_BUYER.formatted("first"));
        deliver(FROM_A_BUYER.formatted("other").replace("Subject: Pytanie", "Subject: Inna sprawa"));
        MailConnection connection = open();
        await(connection.examine("INBOX"));
        String thread =
                await(connection.fetch(List.of(new Uid(1)), 100)).getFirst().gmailThreadId();

        // When
        List<Uid> found = await(connection.uidsInThread(String.valueOf(thread)));

        // Then
        assertThat(found).containsExactly(new Uid(1));
        assertThat(await(connection.uidsInThread("1 OR ALL"))).isEmpty();
    }

    @Test
    void aDemandToSignInByTheWebComesWithItsLink() {
        // Given
        anna.refuse(RefusalCase.WEB_LOGIN_REQUIRED);

        // When
        Opening opening = await(connector.open(server(), seller()));

        // Then
        assertThat(opening).isInstanceOfSatisfying(Opening.Refused.class, refused -> {
            assertThat(refused.refusal().lines()).hasSize(2);
            assertThat(refused.refusal().lines().getFirst()).startsWith("* NO [WEBALERT https://accounts.google.com/");
            assertThat(refused.refusal().lines().getLast()).startsWith("NO [ALERT] Please log in via your web browser");
        });
        assertThat(anna.logins()).hasSize(1);
    }

    @Test
    void aBandwidthLimitAtTheLoginIsToldByItsGoodbye() {
        // Given
        anna.refuse(RefusalCase.BANDWIDTH_EXCEEDED);

        // When
        Opening opening = await(connector.open(server(), seller()));

        // Then
        assertThat(opening)
                .isInstanceOfSatisfying(
                        Opening.Refused.class,
                        refused -> assertThat(refused.refusal().lines())
                                .containsExactly("* BYE [OVERQUOTA] Account exceeded command or bandwidth limits."));
    }
}
