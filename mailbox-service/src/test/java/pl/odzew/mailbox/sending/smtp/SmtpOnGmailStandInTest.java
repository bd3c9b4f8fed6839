package pl.odzew.mailbox.sending.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pl.odzew.events.MailAddress;
import pl.odzew.mailbox.connection.Login;
import pl.odzew.mailbox.connection.LoginCheck.Check;
import pl.odzew.mailbox.connection.NoGoogle;
import pl.odzew.mailbox.connection.Secret;
import pl.odzew.mailbox.connection.ServerAddress;
import pl.odzew.mailbox.connection.tls.TestCertificate;
import pl.odzew.mailbox.mailserver.MailServer;
import pl.odzew.mailbox.mailserver.post.Account;
import pl.odzew.mailbox.mailserver.post.Folder;
import pl.odzew.mailbox.mailserver.post.OutsideMail;
import pl.odzew.mailbox.mailserver.post.Protocol;
import pl.odzew.mailbox.mailserver.post.RefusalCase;
import pl.odzew.mailbox.mailserver.post.SubmissionFault;
import pl.odzew.mailbox.sending.MailTransport;
import pl.odzew.mailbox.sending.MailTransport.Sending;
import pl.odzew.mailbox.sending.MailTransportContract;
import pl.odzew.mailbox.sending.OutgoingMail;

class SmtpOnGmailStandInTest extends MailTransportContract {

    private static final MailAddress BUYER = new MailAddress("8awgqyk6a5+cub31c122@allegromail.pl");
    private static Vertx vertx;
    private static MailServer server;
    private static SmtpTransport transport;

    private final Account anna = server.account("anna" + System.nanoTime() + "@gmail.com", "abcdefghijklmnop");
    private final int takenBefore = server.outside().size();

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
        server = MailServer.start();
        transport = new SmtpTransport(
                vertx, TestCertificate.trusting(server.certificateAuthority()), NoGoogle.tokens(), new HastySmtp());
    }

    @AfterAll
    static void stop() {
        server.close();
        vertx.close();
    }

    @Override
    protected MailTransport transport() {
        return transport;
    }

    @Override
    protected ServerAddress server() {
        return new ServerAddress(MailServer.HOST, server.smtpPort(), ServerAddress.Security.TLS);
    }

    @Override
    protected Login seller() {
        return new Login(anna.address(), new Secret("abcdefghijklmnop"));
    }

    @Override
    protected int takenFor(MailAddress address) {
        return (int) taken().stream().filter(mail -> mail.isTo(address.value())).count();
    }

    @Test
    void theReplyCarriesTheMarksOfAnAutomaticOne() {
        // Given
        OutgoingMail reply = replyTo(BUYER);

        // When
        await(transport.send(server(), seller(), reply));

        // Then
        assertThat(taken()).singleElement().satisfies(mail -> {
            assertThat(mail.content().all("Auto-Submitted")).containsExactly("auto-replied");
            assertThat(mail.content().all("X-Auto-Response-Suppress")).containsExactly("All");
            assertThat(mail.content().all("Precedence")).containsExactly("bulk");
            assertThat(mail.content().all(OutgoingMail.REPLY_HEADER))
                    .containsExactly(reply.replyId().toString());
            assertThat(mail.content().all("Message-ID")).containsExactly(reply.messageId());
            assertThat(mail.content().all("In-Reply-To")).containsExactly("<question@allegromail.pl>");
            assertThat(mail.content().all("References"))
                    .containsExactly("<earlier@allegromail.pl> <question@allegromail.pl>");
            assertThat(mail.content().all("Date")).containsExactly("Mon, 23 Nov 2026 17:00:00 +0000");
            assertThat(mail.content().readable("Subject")).isEqualTo("Auto: Pytanie o łańcuch");
            assertThat(mail.content().text().replace("\r\n", "\n").strip())
                    .isEqualTo("Dzień dobry,\n\ndziękujemy za wiadomość, odpowiemy wkrótce.\n.\nZespół sklepu");
        });
        assertThat(anna.mails(Folder.SENT)).hasSize(1);
    }

    @Test
    void oneLoginServesManyReplies() {
        // When
        for (int i = 0; i < 5; i++) {
            await(transport.send(server(), seller(), replyTo(BUYER)));
        }

        // Then
        assertThat(taken()).hasSize(5);
        assertThat(anna.logins()).hasSize(1);
    }

    @Test
    void aKeptConnectionThatTheServerCutIsReplacedUnnoticed() {
        // Given
        await(transport.send(server(), seller(), replyTo(BUYER)));
        anna.dropConnections();

        // When
        Sending sending = await(transport.send(server(), seller(), replyTo(BUYER)));

        // Then
        assertThat(sending).isEqualTo(new Sending.Accepted());
        assertThat(taken()).hasSize(2);
    }

    @Test
    void anAppPasswordThatIsNeededIsToldInGooglesWords() {
        // Given
        anna.refuse(RefusalCase.APP_PASSWORD_REQUIRED);

        // When
        Check check = await(transport.check(server(), seller()));

        // Then
        assertThat(check)
                .isInstanceOfSatisfying(
                        Check.Refused.class,
                        refused -> assertThat(refused.refusal().lines())
                                .hasSize(2)
                                .first()
                                .asString()
                                .startsWith("534-5.7.9 Application-specific password required."));
        assertThat(anna.logins()).hasSize(1);
    }

    @Test
    void tooManyLoginsAreARefusalForTheClassifier() {
        // Given
        anna.refuse(RefusalCase.SMTP_LOGIN_RATE);

        // When
        Sending sending = await(transport.send(server(), seller(), replyTo(BUYER)));

        // Then
        assertThat(sending)
                .isInstanceOfSatisfying(
                        Sending.LoginRefused.class,
                        refused -> assertThat(refused.refusal().lines().getFirst())
                                .startsWith("454-4.7.0 Too many login attempts"));
    }

    @Test
    void theDailyLimitIsNoRejectionOfTheMail() {
        // Given
        anna.refuse(RefusalCase.DAILY_SENDING_LIMIT);

        // When
        Sending sending = await(transport.send(server(), seller(), replyTo(BUYER)));

        // Then
        assertThat(sending)
                .isInstanceOfSatisfying(
                        Sending.LimitReached.class,
                        limit -> assertThat(limit.serverWords())
                                .startsWith("550-5.4.5 Daily user sending limit exceeded."));
        assertThat(taken()).isEmpty();
    }

    @Test
    void whoeverHangsUpAfterTheDotMayHaveTakenTheMail() {
        // Given
        anna.failNextSubmission(SubmissionFault.CUT_AFTER_ACCEPTING);

        // When
        Sending sending = await(transport.send(server(), seller(), replyTo(BUYER)));

        // Then
        assertThat(sending).isInstanceOf(Sending.PossiblySent.class);
        assertThat(taken()).hasSize(1);
    }

    @Test
    void whoeverHangsUpBeforeAcceptingMayAlsoHaveTakenItForAllWeKnow() {
        // Given
        anna.failNextSubmission(SubmissionFault.CUT_BEFORE_ACCEPTING);

        // When
        Sending sending = await(transport.send(server(), seller(), replyTo(BUYER)));

        // Then
        assertThat(sending).isInstanceOf(Sending.PossiblySent.class);
        assertThat(taken()).isEmpty();
    }

    @Test
    void aServerThatHangsUpAtTheLoginHasTakenNothing() {
        // Given
        anna.refuse(RefusalCase.DROP);

        // When
        Sending sending = await(transport.send(server(), seller(), replyTo(BUYER)));

        // Then
        assertThat(sending).isInstanceOf(Sending.NotSent.class);
        assertThat(anna.openConnections(Protocol.SMTP)).isZero();
    }

    private List<OutsideMail> taken() {
        return server.outside().subList(takenBefore, server.outside().size());
    }
}
