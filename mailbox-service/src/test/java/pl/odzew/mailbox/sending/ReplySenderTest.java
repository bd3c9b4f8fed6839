package pl.odzew.mailbox.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import pl.odzew.events.ConversationId;
import pl.odzew.events.Event;
import pl.odzew.events.EventId;
import pl.odzew.events.MailAddress;
import pl.odzew.events.ReplyId;
import pl.odzew.events.SellerId;
import pl.odzew.events.Target;
import pl.odzew.events.mailbox.v1.MailProtocol;
import pl.odzew.events.mailbox.v1.MailProvider;
import pl.odzew.events.mailbox.v1.MailboxAuthFailed;
import pl.odzew.events.mailbox.v1.MailboxConnected;
import pl.odzew.events.mailbox.v1.MailboxStatus;
import pl.odzew.events.message.v1.MessageAnsweredByPerson;
import pl.odzew.events.reply.v1.AttachmentRef;
import pl.odzew.events.reply.v1.ReplyDeferred;
import pl.odzew.events.reply.v1.ReplyFailed;
import pl.odzew.events.reply.v1.ReplyFailureReason;
import pl.odzew.events.reply.v1.ReplyRequested;
import pl.odzew.events.reply.v1.ReplyRoute;
import pl.odzew.events.reply.v1.ReplySent;
import pl.odzew.events.reply.v1.ReplyUnknown;
import pl.odzew.mailbox.connection.Lifecycle;
import pl.odzew.mailbox.connection.Login;
import pl.odzew.mailbox.connection.Mailbox;
import pl.odzew.mailbox.connection.MemoryMailboxes;
import pl.odzew.mailbox.connection.Password;
import pl.odzew.mailbox.connection.Patience;
import pl.odzew.mailbox.connection.ServerAddress;
import pl.odzew.mailbox.connection.Servers;
import pl.odzew.mailbox.connection.TestGuard;
import pl.odzew.mailbox.lease.Lease;
import pl.odzew.mailbox.refusal.Classifier;
import pl.odzew.mailbox.refusal.Confirmation;
import pl.odzew.mailbox.refusal.ServerRefusal;
import pl.odzew.mailbox.sending.MailTransport.Sending;
import pl.odzew.mailbox.watch.DrivenTime;
import pl.odzew.mailbox.watch.MemoryMailConnector;
import pl.odzew.mailbox.watch.MemoryMailbox;

class ReplySenderTest {

    private static final MailAddress JAN = new MailAddress("8awgqyk6a5+cub31c122@allegromail.pl");
    private static final String THREAD = "1790000000000000001";
    /// The digest of `Regulamin`.
    private static final AttachmentRef RULES = new AttachmentRef(
            UUID.randomUUID(),
            "regulamin.pdf",
            "application/pdf",
            9,
            "a7fd485861b5aecbb8e298eb091f3bef39d4257cf7856d5c56519ddef2e359f0");
    private static final Password PASSWORD = Password.typed("abcdefghijklmnop");
    private static final Login ANNA = new Login("anna@gmail.com", PASSWORD.secret());

    private final DrivenTime time = new DrivenTime();
    private final MemoryMailConnector imap = new MemoryMailConnector(time);
    private final MemoryMailTransport smtp = new MemoryMailTransport();
    private final MemoryMailbox anna = imap.mailbox(ANNA);
    private final MemoryAttachments files = new MemoryAttachments();
    private final MemoryIntents intents = new MemoryIntents(time);
    private final MemoryMailboxes mailboxes = new MemoryMailboxes(new Servers(
            new ServerAddress("imap.gmail.com", 993, ServerAddress.Security.TLS),
            new ServerAddress("smtp.gmail.com", 465, ServerAddress.Security.TLS)));
    private final TestGuard guard = new TestGuard(mailboxes, time);
    private final Lifecycle lifecycle = new Lifecycle(
            mailboxes,
            new Patience(new Confirmation(List.of(Duration.ZERO)), List.of(Duration.ofHours(1))),
            guard.desk,
            new Classifier(false),
            time);
    private final ReplySender sender = new ReplySender(
            intents,
            mailboxes,
            lifecycle,
            smtp,
            imap,
            guard.gate,
            files,
            new SendingSettings(
                    List.of(Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofMinutes(60)),
                    3,
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(10)),
            time);
    private final Mailbox mailbox;
    private boolean ours = true;

    ReplySenderTest() {
        smtp.know(ANNA);
        mailbox = mailboxes
                .add(
                        Mailbox.connected(
                                new SellerId("anna"),
                                new MailAddress(ANNA.user()),
                                MailProvider.GMAIL,
                                PASSWORD.shape(),
                                time.instant()),
                        PASSWORD)
                .toCompletableFuture()
                .join();
    }

    @Test
    void sendsAReplyThatNamesWhatItAnswers() {
        // Given
        ReplyRequested reply = asked("Pytanie o rozmiar");

        // When
        send();

        // Then
        assertThat(smtp.accepted()).singleElement().satisfies(mail -> {
            assertThat(mail.to()).isEqualTo(JAN);
            assertThat(mail.subject()).isEqualTo("Auto: Pytanie o rozmiar");
            assertThat(mail.messageId()).isEqualTo("<odzew." + reply.replyId() + "@gmail.com>");
            assertThat(mail.inReplyTo()).isEqualTo("<buyer-1@allegromail.pl>");
            assertThat(mail.references()).containsExactly("<root@allegromail.pl>", "<buyer-1@allegromail.pl>");
        });
        assertThat(intents.announced()).singleElement().isInstanceOf(ReplySent.class);
        assertThat(anna.openConnections()).isZero();
    }

    @Test
    void letsNoLineBreakOfTheBuyersSubjectThrough() {
        // Given
        asked("Pytanie\r\nBcc: all@example.com");

        // When
        send();

        // Then
        assertThat(smtp.accepted().getFirst().subject()).isEqualTo("Auto: Pytanie Bcc: all@example.com");
    }

    @Test
    void keepsStillWhenThePersonWasFaster() {
        // Given
        asked("Pytanie");
        time.pass(Duration.ofSeconds(10));
        anna.fileIntoSent("From: anna@gmail.com\nTo: Jan <" + JAN + ">\nSubject: Re: Pytanie\n\nJuż odpowiadam\n");

        // When
        send();

        // Then
        assertThat(smtp.accepted()).isEmpty();
        assertThat(intents.announced()).hasSize(2);
        assertThat(intents.announced().getFirst())
                .isInstanceOfSatisfying(
                        MessageAnsweredByPerson.class,
                        answered -> assertThat(answered.answeredAt()).isEqualTo(time.instant()));
        assertThat(failure()).isEqualTo(ReplyFailureReason.ANSWERED_BY_PERSON);
    }

    @Test
    void keepsStillWhenThePersonWroteInTheSameThreadFromAProgramThatNamesNoReferences() {
        // Given
        asked("Pytanie");
        time.pass(Duration.ofMinutes(5));
        anna.fileIntoSent("From: anna@gmail.com\nTo: jan@example.org\nSubject: Pytanie\n\nJuż odpowiadam.\n", THREAD);

        // When
        send();

        // Then
        assertThat(smtp.attempts()).isZero();
        assertThat(failure()).isEqualTo(ReplyFailureReason.ANSWERED_BY_PERSON);
    }

    @Test
    void doesNotTakeItsOwnRepliesNorOlderMailsForThePersons() {
        // Given
        anna.fileIntoSent("To: " + JAN + "\nSubject: before\n\nDzień dobry\n");
        time.pass(Duration.ofMinutes(5));
        asked("Pytanie");
        anna.fileIntoSent("To: " + JAN + "\nx-odzew-reply: 1\nSubject: Auto: other\n\nDzień dobry\n");

        // When
        send();

        // Then
        assertThat(smtp.accepted()).hasSize(1);
    }

    @Test
    void provesWhatMayHaveBeenSentByTheSentFolder() {
        // Given
        ReplyRequested reply = asked("Pytanie");
        smtp.takeAndVanish();
        send();
        assertThat(intents.announced()).isEmpty();

        // When
        anna.fileIntoSent("To: " + JAN + "\nX-Odzew-Reply: " + reply.replyId() + "\n\nDzień dobry\n");
        time.pass(Duration.ofMinutes(1));
        send();

        // Then
        assertThat(intents.announced()).singleElement().isInstanceOf(ReplySent.class);
        assertThat(smtp.accepted()).hasSize(1);
    }

    @Test
    void givesUpWhatNothingProvesAndNeverSendsItAgain() {
        // Given
        asked("Pytanie");
        smtp.answerWith(new Sending.PossiblySent("cut"));
        send();
        smtp.acceptAgain();
        Instant attemptedAt = time.instant();

        // When
        for (Duration wait : List.of(Duration.ofMinutes(1), Duration.ofMinutes(9), Duration.ofMinutes(50))) {
            assertThat(intents.announced()).isEmpty();
            time.pass(wait);
            send();
        }
        time.pass(Duration.ofDays(3));
        send();

        // Then
        assertThat(intents.announced())
                .singleElement()
                .isInstanceOfSatisfying(
                        ReplyUnknown.class,
                        unknown -> assertThat(unknown.attemptedAt()).isEqualTo(attemptedAt));
        assertThat(smtp.attempts()).isEqualTo(1);
    }

    @Test
    void looksForWhatACrashLeftBetweenClaimAndResult() {
        // Given
        ReplyRequested reply = asked("Pytanie");
        intents.claim(lease(), reply.replyId());
        anna.fileIntoSent("To: " + JAN + "\nX-Odzew-Reply: " + reply.replyId() + "\n\nDzień dobry\n");

        // When
        intents.recoverClaims();
        send();

        // Then
        assertThat(intents.announced()).singleElement().isInstanceOf(ReplySent.class);
        assertThat(smtp.attempts()).isZero();
    }

    @Test
    void triesAgainWhatSurelyWasNotSent() {
        // Given
        asked("Pytanie");
        smtp.answerWith(new Sending.NotSent("connection refused"));
        send();

        // When
        smtp.acceptAgain();
        send();
        assertThat(smtp.accepted()).isEmpty();
        time.pass(Duration.ofMinutes(1));
        send();

        // Then
        assertThat(smtp.accepted()).hasSize(1);
        assertThat(intents.announced()).singleElement().isInstanceOf(ReplySent.class);
    }

    @Test
    void takesARefusedSignInToTheMailboxAndWaitsForItsRecovery() {
        // Given
        asked("Pytanie");
        smtp.refuseWith(
                "534-5.7.9 Application-specific password required. For more information, go to",
                "534 5.7.9  https://support.google.com/mail/?p=InvalidSecondFactor ID - gsmtp");

        // When
        send();
        send();

        // Then
        assertThat(mailboxes.announced()).hasExactlyElementsOfTypes(MailboxConnected.class, MailboxAuthFailed.class);
        assertThat(smtp.attempts()).isEqualTo(1);
        assertThat(intents.announced()).isEmpty();

        // When
        smtp.acceptAgain();
        mailboxes.change(mailbox.id(), failed -> failed.credentialChanged(PASSWORD.shape(), time.instant()));
        send();

        // Then
        assertThat(intents.announced()).singleElement().isInstanceOf(ReplySent.class);
    }

    @Test
    void doesNotSignInForEachReplyWhileSignInsAreThrottled() {
        // Given
        for (int i = 0; i < 3; i++) {
            asked("Pytanie " + i);
        }
        smtp.refuseWith("454 4.7.0 Too many login attempts, please try again later.");

        // When
        for (int second = 0; second < 60; second++) {
            send();
            time.pass(Duration.ofSeconds(1));
        }

        // Then
        assertThat(smtp.attempts()).isEqualTo(1);
        assertThat(imap.attempts()).isEqualTo(1);

        // When
        smtp.acceptAgain();
        time.pass(Duration.ofMinutes(10));
        send();

        // Then
        assertThat(smtp.accepted()).hasSize(3);
    }

    @Test
    void endsWhatIsNoLongerWantedEvenWhileTheMailboxIsBroken() {
        // Given
        asked("Pytanie");
        smtp.refuseWith("534 5.7.9 Application-specific password required.");
        send();
        assertThat(mailboxes
                        .find(mailbox.id())
                        .toCompletableFuture()
                        .join()
                        .orElseThrow()
                        .condition()
                        .status())
                .isEqualTo(MailboxStatus.AUTH_FAILED);

        // When
        time.pass(Duration.ofHours(48));
        send();

        // Then
        assertThat(failure()).isEqualTo(ReplyFailureReason.EXPIRED);
    }

    @Test
    void leavesTheSellerMostOfTheDaysLimit() {
        // Given
        for (int i = 0; i < 4; i++) {
            asked("Pytanie " + i);
        }

        // When
        send();
        time.pass(Duration.ofHours(1));
        send();

        // Then
        assertThat(smtp.accepted()).hasSize(3);
        assertThat(intents.announced()).hasSize(4).last().isInstanceOf(ReplyDeferred.class);

        // When
        time.pass(Duration.ofHours(24));
        send();

        // Then
        assertThat(smtp.accepted()).hasSize(4);
    }

    @Test
    void tellsThatTheMailboxIsGone() {
        // Given
        asked("Pytanie");
        mailboxes.remove(mailbox.id(), gone -> gone.disconnected(time.instant()));

        // When
        send();

        // Then
        assertThat(failure()).isEqualTo(ReplyFailureReason.TARGET_GONE);
    }

    @Test
    void saysThatItDoesNotKnowWhenALockedMailboxCannotBeLookedInto() {
        // Given
        asked("Pytanie");
        smtp.takeAndVanish();
        send();
        lifecycle.refused(
                mailbox,
                MailProtocol.IMAP,
                lifecycle.classify(
                        new ServerRefusal(
                                MailProtocol.IMAP, List.of("NO [ALERT] Application-specific password required")),
                        mailbox));

        // When
        time.pass(Duration.ofHours(47));
        send();
        List<Event> before = intents.announced();
        time.pass(Duration.ofHours(2));
        send();

        // Then
        assertThat(before).isEmpty();
        assertThat(intents.announced()).singleElement().isInstanceOf(ReplyUnknown.class);
        assertThat(smtp.accepted()).hasSize(1);
    }

    @Test
    void endsWhatTheServerRefusesForGood() {
        // Given
        asked("Pytanie");
        smtp.answerWith(new Sending.Rejected("550 5.1.1 No such user"));

        // When
        send();

        // Then
        assertThat(failure()).isEqualTo(ReplyFailureReason.REFUSED);
        assertThat(smtp.attempts()).isEqualTo(1);
    }

    @Test
    void sendsNothingUnderALeaseThatIsAnothers() {
        // Given
        asked("Pytanie");
        intents.changeHands();

        // When
        send();

        // Then
        assertThat(smtp.attempts()).isZero();
        assertThat(intents.announced()).isEmpty();
    }

    @Test
    void beginsNoFurtherReplyForAMailboxThatIsGivenUp() {
        // Given
        asked("Pytanie");
        ours = false;

        // When
        send();

        // Then
        assertThat(smtp.attempts()).isZero();
        assertThat(intents.announced()).isEmpty();
    }

    @Test
    void sendsTheFilesThatTheReplyNames() {
        // Given
        files.keep(RULES.id(), "Regulamin".getBytes(StandardCharsets.UTF_8));
        asked("Pytanie", List.of(RULES));

        // When
        send();

        // Then
        assertThat(smtp.accepted())
                .singleElement()
                .satisfies(mail -> assertThat(mail.files()).singleElement().satisfies(file -> {
                    assertThat(file.name()).isEqualTo("regulamin.pdf");
                    assertThat(file.bytes()).asString(StandardCharsets.UTF_8).isEqualTo("Regulamin");
                }));
    }

    @Test
    void neverSendsAReplyWithoutAFileThatItNames() {
        // Given
        asked("Pytanie", List.of(RULES));

        // When
        send();

        // Then
        assertThat(smtp.attempts()).isZero();
        assertThat(failure()).isEqualTo(ReplyFailureReason.REFUSED);
    }

    @Test
    void waitsForAFileThatCannotBeFetchedNow() {
        // Given
        files.keep(RULES.id(), "Regulamin".getBytes(StandardCharsets.UTF_8));
        files.beAway(true);
        asked("Pytanie", List.of(RULES));
        send();
        assertThat(smtp.attempts()).isZero();
        assertThat(intents.announced()).isEmpty();

        // When
        files.beAway(false);
        time.pass(Duration.ofMinutes(1));
        send();

        // Then
        assertThat(smtp.accepted()).hasSize(1);
    }

    private Lease lease() {
        return new Lease(mailbox.id(), 1);
    }

    private void send() {
        sender.drain(lease(), () -> ours, time).toCompletableFuture().join();
    }

    private @Nullable ReplyFailureReason failure() {
        Event last = intents.announced().getLast();
        return last instanceof ReplyFailed failed ? failed.reason() : null;
    }

    private ReplyRequested asked(String subject) {
        return asked(subject, List.of());
    }

    private ReplyRequested asked(String subject, List<AttachmentRef> attachments) {
        var reply = new ReplyRequested(
                ReplyId.random(),
                new SellerId("anna"),
                Target.of(mailbox.id()),
                new ConversationId("conversation"),
                new EventId("message"),
                new ReplyRoute.Mail(
                        JAN, "<buyer-1@allegromail.pl>", List.of("<root@allegromail.pl>"), time.instant(), THREAD),
                subject,
                "Dzień dobry, odpowiemy jutro.",
                attachments,
                time.instant(),
                time.instant().plus(Duration.ofHours(48)));
        intents.store(reply);
        return reply;
    }
}
