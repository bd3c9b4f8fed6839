package pl.odzew.mailbox.sending;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pl.odzew.events.ConversationId;
import pl.odzew.events.EventId;
import pl.odzew.events.MailAddress;
import pl.odzew.events.MailboxId;
import pl.odzew.events.ReplyId;
import pl.odzew.events.SellerId;
import pl.odzew.events.Target;
import pl.odzew.events.reply.v1.ReplyRequested;
import pl.odzew.events.reply.v1.ReplyRoute;
import pl.odzew.mailbox.connection.Login;
import pl.odzew.mailbox.connection.Secret;
import pl.odzew.mailbox.connection.ServerAddress;
import pl.odzew.mailbox.connection.tls.TestCertificate;
import pl.odzew.mailbox.mailserver.MailServer;
import pl.odzew.mailbox.mailserver.post.Account;
import pl.odzew.mailbox.mailserver.post.OutsideMail;
import pl.odzew.mailbox.mailserver.post.Rfc5322;
import pl.odzew.mailbox.sending.smtp.SmtpTransport;
import pl.odzew.mailbox.sending.smtp.SmtpTransports;

/// How an automatic reply must look when it leaves (RFC 3834 §3, RFC 5230 §5), in the order of the product's
/// catalogue of cases, 21 to 30. Cases 23 (an empty envelope sender) and 24 (sent to the Return-Path) cannot
/// hold with Gmail and Allegro, and are tested for what holds instead.
class AutomaticReplyTest {

    private static final MailAddress BUYER = new MailAddress("8awgqyk6a5+cub31c122@allegromail.pl");
    private static final String QUESTION = "<question@allegromail.pl>";
    private static final Instant NOW = Instant.parse("2026-11-23T17:15:31Z");

    private static Vertx vertx;
    private static MailServer server;
    private static SmtpTransport transport;

    private final Account anna = server.account("anna" + System.nanoTime() + "@gmail.com", "abcdefghijklmnop");

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
        server = MailServer.start();
        transport = SmtpTransports.hasty(vertx, TestCertificate.trusting(server.certificateAuthority()));
    }

    @AfterAll
    static void stop() {
        server.close();
        vertx.close();
    }

    @Test
    void case17_theSameReplyHasTheSameNameWhenItIsComposedAgain() {
        // Given
        Intent intent = intent("Pytanie", QUESTION, List.of());

        // Then
        assertThat(compose(intent).messageId()).isEqualTo(compose(intent).messageId());
    }

    @Test
    void case21_saysThatItIsAutomatic() {
        assertThat(left("Pytanie").first("Auto-Submitted")).contains("auto-replied");
    }

    @Test
    void case22_namesWhatItAnswersAndTheThreadBeforeIt() {
        // When
        Rfc5322 reply = left("Pytanie", QUESTION, List.of("<root@allegromail.pl>"));

        // Then
        assertThat(reply.first("In-Reply-To")).contains(QUESTION);
        assertThat(reply.first("References")).contains("<root@allegromail.pl> " + QUESTION);
    }

    @Test
    void case22_inventsNothingWhereTheQuestionHasNoName() {
        // When
        Rfc5322 reply = left("Pytanie", null, List.of());

        // Then
        assertThat(reply.first("In-Reply-To")).isEmpty();
        assertThat(reply.first("References")).isEmpty();
    }

    @Test
    void case23_comesFromTheSellersAddressSinceGmailAndAllegroTakeNoOther() {
        assertThat(sent(intent("Pytanie", QUESTION, List.of())).from()).isEqualTo(anna.address());
    }

    @Test
    void case24_goesToTheMaskedAddressWithItsPlus() {
        // When
        OutsideMail reply = sent(intent("Pytanie", QUESTION, List.of()));

        // Then
        assertThat(reply.to()).containsExactly(BUYER.value());
        assertThat(reply.content().first("To")).contains(BUYER.value());
        assertThat(reply.content().all("Cc")).isEmpty();
        assertThat(reply.content().all("Bcc")).isEmpty();
    }

    @Test
    void case25_isFromWhomItSpeaksFor() {
        assertThat(left("Pytanie").first("From")).contains(anna.address());
    }

    @Test
    void case26_putsAutoBeforeTheSubjectAndEncodesWhatIsForeign() {
        // When
        Rfc5322 reply = left("Zażółć gęślą jaźń");

        // Then
        assertThat(reply.readable("Subject")).isEqualTo("Auto: Zażółć gęślą jaźń");
        assertThat(new String(reply.header(), StandardCharsets.UTF_8)).matches("\\p{ASCII}*");
    }

    @Test
    void case26_hasASubjectOfItsOwnWhereTheQuestionHasNone() {
        assertThat(left(null).readable("Subject")).isEqualTo("Auto: Odpowiedź na Twoją wiadomość");
    }

    @Test
    void case26_letsNoFieldInThroughTheSubject() {
        // When
        Rfc5322 reply = left("Pytanie\r\nBcc: everybody@example.org");

        // Then
        assertThat(reply.all("Bcc")).isEmpty();
        assertThat(reply.readable("Subject")).isEqualTo("Auto: Pytanie Bcc: everybody@example.org");
    }

    @Test
    void case27_isDatedWhenItIsMadeAndHasANameOfItsOwn() {
        // When
        Rfc5322 one = left("Pytanie");
        Rfc5322 other = left("Pytanie");

        // Then
        assertThat(one.first("Date")).contains("Mon, 23 Nov 2026 17:15:31 +0000");
        assertThat(one.first("Message-ID")).isNotEqualTo(other.first("Message-ID"));
        assertThat(one.first("Message-ID").orElseThrow()).matches("<odzew\\.[0-9a-f-]{36}@gmail\\.com>");
    }

    @Test
    void case28_isWrittenInUtf8() {
        // When
        Rfc5322 reply = left("Pytanie");

        // Then
        assertThat(reply.first("Content-Type").orElseThrow()).contains("charset=utf-8");
        assertThat(reply.text()).contains("Dzień dobry, odpowiemy jutro.");
    }

    @Test
    void case29_repeatsNothingOfTheQuestion() {
        assertThat(left("Pytanie").text().strip()).isEqualTo("Dzień dobry, odpowiemy jutro.");
    }

    @Test
    void case30_asksOtherRobotsToKeepStill() {
        // When
        Rfc5322 reply = left("Pytanie");

        // Then
        assertThat(reply.first("Precedence")).contains("bulk");
        assertThat(reply.first("X-Auto-Response-Suppress")).contains("All");
    }

    private Rfc5322 left(@Nullable String subject) {
        return left(subject, QUESTION, List.of());
    }

    private Rfc5322 left(@Nullable String subject, @Nullable String messageId, List<String> references) {
        return sent(intent(subject, messageId, references)).content();
    }

    private OutsideMail sent(Intent intent) {
        MailTransport.Sending sending = transport
                .send(
                        new ServerAddress(MailServer.HOST, server.smtpPort(), ServerAddress.Security.TLS),
                        new Login(anna.address(), new Secret("abcdefghijklmnop")),
                        compose(intent))
                .toCompletableFuture()
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
        assertThat(sending).isEqualTo(new MailTransport.Sending.Accepted());
        return server.outside().stream()
                .filter(mail -> mail.content()
                        .first("X-Odzew-Reply")
                        .equals(Optional.of(intent.replyId().toString())))
                .findFirst()
                .orElseThrow();
    }

    private OutgoingMail compose(Intent intent) {
        return Composer.compose(intent, new MailAddress(anna.address()), List.of(), NOW);
    }

    private Intent intent(@Nullable String subject, @Nullable String messageId, List<String> references) {
        var route = new ReplyRoute.Mail(BUYER, messageId, references, NOW, null);
        return new Intent(
                new ReplyRequested(
                        ReplyId.random(),
                        new SellerId("anna"),
                        Target.of(MailboxId.random()),
                        new ConversationId("conversation"),
                        new EventId("message"),
                        route,
                        subject,
                        "Dzień dobry, odpowiemy jutro.",
                        List.of(),
                        NOW,
                        NOW.plus(Duration.ofHours(48))),
                route,
                new Intent.Stage.Pending(),
                false);
    }
}
