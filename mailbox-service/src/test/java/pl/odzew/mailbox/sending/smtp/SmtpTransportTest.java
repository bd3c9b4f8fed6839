package pl.odzew.mailbox.sending.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pl.odzew.events.MailAddress;
import pl.odzew.events.ReplyId;
import pl.odzew.mailbox.connection.Login;
import pl.odzew.mailbox.connection.LoginCheck.Check;
import pl.odzew.mailbox.connection.NoGoogle;
import pl.odzew.mailbox.connection.Secret;
import pl.odzew.mailbox.connection.ServerAddress;
import pl.odzew.mailbox.connection.ServerAddress.Security;
import pl.odzew.mailbox.connection.tls.ScriptedServer;
import pl.odzew.mailbox.connection.tls.ScriptedServer.Line;
import pl.odzew.mailbox.connection.tls.TestCertificate;
import pl.odzew.mailbox.sending.MailTransport.Sending;
import pl.odzew.mailbox.sending.OutgoingMail;

/// Which phase a failure falls into, and what strange servers do.
class SmtpTransportTest {

    private static final Login ANNA = new Login("anna@gmail.com", new Secret("abcdefghijklmnop"));
    private static Vertx vertx;

    private ScriptedServer server;

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stop() {
        vertx.close();
    }

    @AfterEach
    void closeServer() {
        server.close();
    }

    @Test
    void aRejectedRecipientEndsThisMailForEver() {
        // Given
        serve(line -> {
            letIn(line);
            line.hear();
            line.say("250 2.1.0 OK").hear();
            line.say("550-5.1.1 The email account that you tried to reach does not exist.", "550 5.1.1 - gsmtp");
            line.hang();
        });

        // When
        Sending sending = send();

        // Then
        assertThat(sending)
                .isEqualTo(new Sending.Rejected(
                        "550-5.1.1 The email account that you tried to reach does not exist.\n550 5.1.1 - gsmtp"));
    }

    @Test
    void aBusyServerHasTakenNothing() {
        // Given
        serve(line -> {
            letIn(line);
            line.hear();
            line.say("421 4.4.5 Server busy, try again later.").hang();
        });

        // When
        Sending sending = send();

        // Then
        assertThat(sending).isEqualTo(new Sending.NotSent("421 4.4.5 Server busy, try again later."));
    }

    @Test
    void aRefusalAfterTheDotIsAnAnswerAndNoDoubt() {
        // Given
        serve(line -> {
            takeMail(line);
            line.say("451 4.3.0 Mail server temporarily rejected message.").hang();
        });

        // When
        Sending sending = send();

        // Then
        assertThat(sending).isInstanceOf(Sending.NotSent.class);
    }

    @Test
    void silenceAfterTheDotLeavesADoubt() {
        // Given
        serve(line -> {
            takeMail(line);
            line.hang();
        });

        // When
        Sending sending = send();

        // Then
        assertThat(sending).isInstanceOf(Sending.PossiblySent.class);
    }

    @Test
    void aConnectionThatBreaksBeforeTheTextHasTakenNothing() {
        // Given
        serve(line -> {
            letIn(line);
            line.hear();
            line.say("250 OK").hear();
            line.say("250 OK").hear();
        });

        // When
        Sending sending = send();

        // Then
        assertThat(sending).isInstanceOf(Sending.NotSent.class);
    }

    @Test
    void aServerThatTurnsEverybodyAwayIsHeardByTheClassifier() {
        // Given
        serve(line -> line.say("421 4.7.0 Try again later, closing connection."));

        // When
        Check check = check(Security.TLS);

        // Then
        assertThat(check)
                .isInstanceOfSatisfying(
                        Check.Refused.class,
                        refused -> assertThat(refused.refusal().lines())
                                .containsExactly("421 4.7.0 Try again later, closing connection."));
    }

    @Test
    void thePasswordIsSaidOnlyUnderTls() {
        // Given
        serveInClear(line -> {
            line.say("220 mx").hear();
            line.say("250-mx", "250-AUTH PLAIN LOGIN", "250 STARTTLS").hearUntil("STARTTLS");
            line.say("220 go ahead").startTls();
            line.hear();
            line.say("250-mx", "250 AUTH LOGIN").hearUntil("AUTH LOGIN");
            line.say("334 VXNlcm5hbWU6").hearUntil("YW5uYUBnbWFpbC5jb20=");
            line.say("334 UGFzc3dvcmQ6").hearUntil("YWJjZGVmZ2hpamtsbW5vcA==");
            line.say("235 2.7.0 Accepted").hang();
        });

        // When
        Check check = check(Security.STARTTLS);

        // Then
        assertThat(check).isEqualTo(new Check.Accepted());
    }

    @Test
    void aServerWithoutTlsGetsNoPassword() {
        // Given
        serveInClear(line -> {
            line.say("220 mx").hear();
            line.say("250-mx", "250 AUTH PLAIN LOGIN").hang();
        });

        // When
        Check check = check(Security.STARTTLS);

        // Then
        assertThat(check).isEqualTo(new Check.Unreachable("the server offers no TLS"));
        assertThat(server.heard()).noneMatch(heard -> heard.startsWith("AUTH"));
    }

    @Test
    void wordsThatWereSlippedInBeforeTlsBreakItOff() {
        // Given
        serveInClear(line -> {
            line.say("220 mx").hear();
            line.say("250-mx", "250 STARTTLS").hear();
            line.sayRaw("220 go ahead\r\n250 AUTH PLAIN\r\n").hang();
        });

        // When
        Check check = check(Security.STARTTLS);

        // Then
        assertThat(check).isInstanceOf(Check.Unreachable.class);
    }

    @Test
    void anUnknownCertificateIsNotTrusted() {
        // Given
        serve(SmtpTransportTest::letIn);

        // When
        Check check = await(new SmtpTransport(vertx, TestCertificate.trustingNothing(), NoGoogle.tokens(), hasty())
                .check(address(Security.TLS), ANNA));

        // Then
        assertThat(check).isInstanceOf(Check.Unreachable.class);
        assertThat(server.heard()).isEmpty();
    }

    @Test
    void anEndlessGreetingIsNoSmtp() {
        // Given
        serve(line -> line.sayRaw("220 " + "x".repeat(10_000)).hang());

        // When
        Check check = check(Security.TLS);

        // Then
        assertThat(check).isEqualTo(new Check.Unreachable("a line is longer than 4096 bytes"));
    }

    private void serve(ScriptedServer.Script script) {
        server = ScriptedServer.withTls(script);
    }

    private void serveInClear(ScriptedServer.Script script) {
        server = ScriptedServer.inClear(script);
    }

    private static void letIn(Line line) throws IOException {
        line.say("220 smtp.gmail.com ESMTP x - gsmtp").hear();
        line.say(
                        "250-smtp.gmail.com at your service",
                        "250-SIZE 35882577",
                        "250-AUTH LOGIN PLAIN XOAUTH2",
                        "250 8BITMIME")
                .hear();
        line.say("235 2.7.0 Accepted");
    }

    private static void takeMail(Line line) throws IOException {
        letIn(line);
        line.hear();
        line.say("250 2.1.0 OK").hear();
        line.say("250 2.1.5 OK").hear();
        line.say("354 Go ahead").hearUntil(".");
    }

    private Sending send() {
        OutgoingMail mail = new OutgoingMail(
                ReplyId.random(),
                new MailAddress("anna@gmail.com"),
                new MailAddress("8awgqyk6a5+cub31c122@allegromail.pl"),
                "Auto",
                "Dzień dobry",
                "<odzew.1@odzew.pl>",
                null,
                List.of(),
                Instant.parse("2026-11-23T17:00:00Z"));
        return await(transport().send(address(Security.TLS), ANNA, mail));
    }

    private Check check(Security security) {
        return await(transport().check(address(security), ANNA));
    }

    private SmtpTransport transport() {
        return new SmtpTransport(vertx, TestCertificate.trusted(), NoGoogle.tokens(), hasty());
    }

    private static SmtpConfig hasty() {
        return new HastySmtp(Duration.ofSeconds(1), Duration.ofSeconds(1));
    }

    private ServerAddress address(Security security) {
        return new ServerAddress("localhost", server.port(), security);
    }

    private static <T> T await(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
    }
}
