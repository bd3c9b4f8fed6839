package pl.odzew.mailbox.watch.imap;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pl.odzew.events.mailbox.v1.AuthFailureReason;
import pl.odzew.events.mailbox.v1.MailProvider;
import pl.odzew.events.mailbox.v1.Remedy;
import pl.odzew.mailbox.connection.Login;
import pl.odzew.mailbox.connection.LoginCheck;
import pl.odzew.mailbox.connection.Secret;
import pl.odzew.mailbox.connection.ServerAddress;
import pl.odzew.mailbox.connection.ServerAddress.Security;
import pl.odzew.mailbox.connection.tls.ScriptedServer;
import pl.odzew.mailbox.connection.tls.TestCertificate;
import pl.odzew.mailbox.refusal.Refusals;
import pl.odzew.mailbox.refusal.ServerRefusal;
import pl.odzew.mailbox.refusal.Verdict;
import pl.odzew.mailbox.sending.smtp.SmtpTransports;
import pl.odzew.mailbox.watch.MailConnector.Opening;

/// How a token is shown to both servers, and how its refusal is heard.
class XOAuth2Test {

    private static final Login TOKEN = new Login("anna@gmail.com", new Secret("ya29.token"), Login.Kind.ACCESS_TOKEN);
    private static final String RESPONSE = base64("user=anna@gmail.com\u0001auth=Bearer ya29.token\u0001\u0001");
    private static final String CHALLENGE =
            base64("{\"status\":\"401\",\"schemes\":\"bearer mac\",\"scope\":\"https://mail.google.com/\"}");

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void imapTakesItInTheCommandItself() {
        // Given
        try (var server = ScriptedServer.withTls(line -> {
            line.say("* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN AUTH=XOAUTH2] ready");
            String tag = line.hearTag();
            line.say(tag + " OK [CAPABILITY IMAP4rev1] in");
            line.hang();
        })) {
            // When
            Opening opening = imap(server);

            // Then
            assertThat(opening).isInstanceOf(Opening.Open.class);
            assertThat(server.heard().getFirst()).endsWith("AUTHENTICATE XOAUTH2 " + RESPONSE);
        }
    }

    @Test
    void imapIsHeardOutWhenItRefuses() {
        // Given
        try (var server = ScriptedServer.withTls(line -> {
            line.say("* OK [CAPABILITY IMAP4rev1 AUTH=XOAUTH2] ready");
            String tag = line.hearTag();
            line.say("+ ");
            line.hear();
            line.say("+ " + CHALLENGE);
            line.hear();
            line.say(tag + " NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)");
        })) {
            // When
            Opening opening = imap(server);

            // Then
            assertThat(server.heard()).hasSize(3).endsWith(RESPONSE, "");
            assertThat(opening)
                    .isInstanceOfSatisfying(Opening.Refused.class, refused -> assertConsentLost(refused.refusal()));
        }
    }

    @Test
    void smtpIsHeardOutWhenItRefuses() {
        // Given
        try (var server = ScriptedServer.withTls(line -> {
            line.say("220 smtp ready");
            line.hear();
            line.say("250-smtp at your service", "250 AUTH PLAIN XOAUTH2");
            line.hear();
            line.say("334 " + CHALLENGE);
            line.hear();
            line.say("535 5.7.8 Username and Password not accepted. - gsmtp");
        })) {
            // When
            LoginCheck.Check check = done(SmtpTransports.hasty(vertx)
                    .check(new ServerAddress("localhost", server.port(), Security.TLS), TOKEN));

            // Then
            assertThat(server.heard()).element(1).isEqualTo("AUTH XOAUTH2 " + RESPONSE);
            assertThat(server.heard()).element(2).isEqualTo("");
            assertThat(check)
                    .isInstanceOfSatisfying(
                            LoginCheck.Check.Refused.class, refused -> assertConsentLost(refused.refusal()));
        }
    }

    @Test
    void aServerThatTakesNoTokenIsShownNone() {
        // Given
        try (var server = ScriptedServer.withTls(line -> {
            line.say("* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] ready");
            line.hang();
        })) {
            // When
            Opening opening = imap(server);

            // Then
            assertThat(opening).isInstanceOf(Opening.Refused.class);
            assertThat(server.heard()).isEmpty();
        }
    }

    private static void assertConsentLost(ServerRefusal refusal) {
        assertThat(Refusals.classify(refusal, MailProvider.GMAIL, true))
                .isInstanceOfSatisfying(Verdict.Certain.class, certain -> {
                    assertThat(certain.reason()).isEqualTo(AuthFailureReason.OAUTH_CONSENT_LOST);
                    assertThat(certain.remedies())
                            .containsExactly(Remedy.GOOGLE_SIGN_IN, Remedy.APP_PASSWORD, Remedy.VERSION_3);
                });
        assertThat(Refusals.classify(refusal, MailProvider.GMAIL, false))
                .isInstanceOfSatisfying(
                        Verdict.Certain.class,
                        certain -> assertThat(certain.remedies()).doesNotContain(Remedy.GOOGLE_SIGN_IN));
    }

    private Opening imap(ScriptedServer server) {
        return done(ImapConnectors.hasty(vertx, TestCertificate.trusted(), Duration.ofSeconds(5))
                .open(new ServerAddress("localhost", server.port(), Security.TLS), TOKEN));
    }

    private static <T> T done(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
