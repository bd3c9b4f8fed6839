package pl.odzew.mailbox.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import pl.odzew.events.mailbox.v1.MailProtocol;
import pl.odzew.events.mailbox.v1.MailboxAuthFailed;
import pl.odzew.events.mailbox.v1.MailboxConnected;
import pl.odzew.events.mailbox.v1.MailboxCredentialChanged;
import pl.odzew.events.mailbox.v1.MailboxRecovered;
import pl.odzew.events.mailbox.v1.MailboxStatus;
import pl.odzew.events.mailbox.v1.MailboxUnreachable;
import pl.odzew.events.message.v1.MessageReceived;
import pl.odzew.mailbox.refusal.ServerRefusal;

class WatcherTest {

    private static final String APP_PASSWORD_REQUIRED =
            "NO [ALERT] Application-specific password required: https://support.google.com/accounts/answer/185833 (Failure)";
    private static final String INVALID = "NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)";

    private final SellersMailbox anna = new SellersMailbox();

    @Test
    void publishesWhatArrivesAndNothingOfThePast() {
        // Given
        anna.inbox.deliver(mail("before it was connected"));
        anna.startWatching();

        // When
        anna.inbox.deliver(mail("one"));
        anna.inbox.deliver(mail("two"));

        // Then
        assertThat(anna.subjects()).containsExactly("one", "two");
        assertThat(anna.messages()).noneMatch(MessageReceived::backlog);
    }

    @Test
    void publishesNothingOfAPrivateMail() {
        // Given
        anna.startWatching();

        // When
        anna.inbox.deliver(mail("Bank: Twój wyciąg"));

        // Then
        assertThat(anna.published).isEmpty();
        assertThat(anna.privateMails()).isEqualTo(1);
    }

    @Test
    void readsOnBehindAMailThatTripsTheReader() {
        // Given
        anna.startWatching();
        anna.inbox.deliver(mail("Poison"));

        // When
        anna.inbox.deliver(mail("a buyer's"));

        // Then
        assertThat(anna.subjects()).containsExactly("a buyer's");
    }

    @Test
    void goesOnWhereItWasAfterACrash() {
        // Given
        anna.startWatching();
        anna.inbox.deliver(mail("one"));
        anna.crash();
        for (String subject : new String[] {"two", "three", "four", "five", "six"}) {
            anna.inbox.deliver(mail(subject));
        }

        // When
        anna.startWatching();

        // Then
        assertThat(anna.subjects()).containsExactly("one", "two", "three", "four", "five", "six");
    }

    @Test
    void neverMovesTheCursorBeyondWhatTheBrokerHasTaken() {
        // Given
        anna.startWatching();
        anna.brokerIsAway(true);
        Cursor before = anna.saved.get(anna.mailbox.id());
        anna.inbox.deliver(mail("one"));
        assertThat(anna.saved).containsEntry(anna.mailbox.id(), before);

        // When
        anna.brokerIsAway(false);
        anna.time.pass(Duration.ofMinutes(1));

        // Then
        assertThat(anna.subjects()).containsExactly("one");
        assertThat(anna.present().condition().status()).isEqualTo(MailboxStatus.OK);
    }

    @Test
    void readsAgainUnderTheSameIdsWhenTheServerNumbersAnew() {
        // Given
        anna.startWatching();
        anna.inbox.deliver(mail("one"));
        anna.inbox.deliver(mail("two"));
        anna.inbox.deliver(mail("three"));

        // When
        anna.inbox.renumber(MemoryMailbox.INBOX);
        anna.inbox.dropConnections();
        anna.time.pass(Duration.ofMinutes(1));
        anna.inbox.deliver(mail("four"));

        // Then
        assertThat(new HashSet<>(
                        anna.published.stream().map(event -> event.id()).toList()))
                .hasSize(4);
        assertThat(anna.subjects()).containsExactly("one", "two", "three", "one", "two", "three", "four");
    }

    @Test
    void warnsOnceOfACertainRefusalAndDoesNotHammer() {
        // Given
        anna.startWatching();
        anna.server.refuseWith(APP_PASSWORD_REQUIRED);
        int before = anna.server.attempts();

        // When
        anna.inbox.sayBye("Session expired");
        anna.time.pass(Duration.ofMinutes(59));

        // Then
        assertThat(anna.mailboxes.announced())
                .hasExactlyElementsOfTypes(MailboxConnected.class, MailboxAuthFailed.class);
        assertThat(anna.server.attempts() - before).isEqualTo(1);

        // When
        anna.time.pass(Duration.ofDays(3));

        // Then
        assertThat(anna.server.attempts() - before).isEqualTo(1 + 3 + 2);
        assertThat(anna.mailboxes.announced()).hasSize(2);
    }

    @Test
    void bringsWhatWaitedWhenANewPasswordEndsTheTrouble() {
        // Given
        anna.startWatching();
        anna.server.refuseWith(APP_PASSWORD_REQUIRED);
        anna.inbox.sayBye("Session expired");
        anna.time.pass(Duration.ofMinutes(10));
        anna.inbox.deliver(mail("waiting"));
        anna.time.pass(Duration.ofMinutes(10));

        // When
        anna.server.acceptAgain();
        anna.changePassword("abcd efgh ijkl mnop");

        // Then
        assertThat(anna.mailboxes.announced())
                .hasExactlyElementsOfTypes(
                        MailboxConnected.class,
                        MailboxAuthFailed.class,
                        MailboxCredentialChanged.class,
                        MailboxRecovered.class);
        assertThat(anna.messages()).singleElement().satisfies(message -> {
            assertThat(message.subject()).isEqualTo("waiting");
            assertThat(message.backlog()).isTrue();
        });
    }

    @Test
    void suspectsAtOnceAndWarnsOnlyWhenItIsConfirmed() {
        // Given
        anna.startWatching();
        anna.server.refuseWith(INVALID);

        // When
        anna.inbox.dropConnections();
        anna.time.pass(Duration.ofMinutes(10));

        // Then
        assertThat(anna.present().condition().status()).isEqualTo(MailboxStatus.SUSPECT);
        assertThat(anna.mailboxes.announced()).hasExactlyElementsOfTypes(MailboxConnected.class);

        // When
        anna.time.pass(Duration.ofMinutes(6));

        // Then
        assertThat(anna.mailboxes.announced())
                .hasExactlyElementsOfTypes(MailboxConnected.class, MailboxAuthFailed.class);
    }

    @Test
    void takesASuspicionBackQuietlyWhenItPasses() {
        // Given
        anna.startWatching();
        anna.server.refuseWith(INVALID);
        anna.inbox.dropConnections();
        anna.time.pass(Duration.ofMinutes(2));

        // When
        anna.server.acceptAgain();
        anna.time.pass(Duration.ofMinutes(4));

        // Then
        assertThat(anna.present().condition().status()).isEqualTo(MailboxStatus.OK);
        assertThat(anna.mailboxes.announced()).hasExactlyElementsOfTypes(MailboxConnected.class);
    }

    @Test
    void waitsOutAThrottleWithoutAWord() {
        // Given
        anna.startWatching();
        anna.server.refuseWith("NO [ALERT] Too many simultaneous connections. (Failure)");
        int before = anna.server.attempts();

        // When
        anna.inbox.dropConnections();
        anna.time.pass(Duration.ofHours(2));

        // Then
        assertThat(anna.present().condition().status()).isEqualTo(MailboxStatus.OK);
        assertThat(anna.mailboxes.announced()).hasExactlyElementsOfTypes(MailboxConnected.class);
        assertThat(anna.server.attempts() - before).isBetween(20, 25);
    }

    @Test
    void tellsTheSellerWhenTheServerRefusesForLongInWordsThatNobodyKnows() {
        // Given
        anna.startWatching();
        anna.server.refuseWith("NO [ALERT] This service is being retired. (Failure)");
        anna.inbox.dropConnections();

        // When
        anna.time.pass(Duration.ofMinutes(59));
        int before = anna.mailboxes.announced().size();
        anna.time.pass(Duration.ofMinutes(60));

        // Then
        assertThat(before).isEqualTo(1);
        assertThat(anna.mailboxes.announced())
                .hasExactlyElementsOfTypes(MailboxConnected.class, MailboxUnreachable.class);
    }

    @Test
    void tellsTheSellerWhenTheServerIsSilentForLong() {
        // Given
        anna.startWatching();
        anna.server.beUnreachable("no route to host");
        anna.inbox.dropConnections();

        // When
        anna.time.pass(Duration.ofMinutes(59));
        int before = anna.mailboxes.announced().size();
        anna.time.pass(Duration.ofMinutes(60));

        // Then
        assertThat(before).isEqualTo(1);
        assertThat(anna.mailboxes.announced())
                .hasExactlyElementsOfTypes(MailboxConnected.class, MailboxUnreachable.class);

        // When
        anna.server.acceptAgain();
        anna.time.pass(Duration.ofMinutes(11));

        // Then
        assertThat(anna.mailboxes.announced())
                .hasExactlyElementsOfTypes(MailboxConnected.class, MailboxUnreachable.class, MailboxRecovered.class);
    }

    @Test
    void tellsTheSellerWhenSignInsWorkAndNothingElseDoes() {
        // Given
        anna.startWatching();
        anna.inbox.lock("NO [NOPERM] This mailbox is being moved");
        anna.inbox.dropConnections();

        // When
        anna.time.pass(Duration.ofMinutes(59));
        int before = anna.mailboxes.announced().size();
        anna.time.pass(Duration.ofHours(5));

        // Then
        assertThat(before).isEqualTo(1);
        assertThat(anna.mailboxes.announced())
                .hasExactlyElementsOfTypes(MailboxConnected.class, MailboxUnreachable.class);
        assertThat(((MailboxUnreachable) anna.mailboxes.announced().getLast()).lastError())
                .contains("being moved");

        // When
        anna.inbox.deliver(mail("waiting"));
        anna.inbox.unlock();
        anna.time.pass(Duration.ofMinutes(11));

        // Then
        assertThat(anna.mailboxes.announced())
                .hasExactlyElementsOfTypes(MailboxConnected.class, MailboxUnreachable.class, MailboxRecovered.class);
        assertThat(anna.messages())
                .singleElement()
                .satisfies(message -> assertThat(message.backlog()).isTrue());
    }

    @Test
    void asksTheServerThatRefusedBeforeItGoesOn() {
        // Given
        anna.startWatching();
        anna.smtp.refuseWith("534-5.7.9 Application-specific password required.");
        anna.lifecycle.refused(
                anna.present(),
                MailProtocol.SMTP,
                anna.lifecycle.classify(
                        new ServerRefusal(
                                MailProtocol.SMTP, List.of("534-5.7.9 Application-specific password required.")),
                        anna.present()));
        assertThat(anna.inbox.openConnections()).isZero();
        int before = anna.server.attempts();

        // When
        anna.time.pass(Duration.ofMinutes(61));

        // Then
        assertThat(anna.server.attempts()).isEqualTo(before);
        assertThat(anna.present().condition().status()).isEqualTo(MailboxStatus.AUTH_FAILED);

        // When
        anna.smtp.acceptAgain();
        anna.time.pass(Duration.ofHours(6));

        // Then
        assertThat(anna.present().condition().status()).isEqualTo(MailboxStatus.OK);
        assertThat(anna.inbox.openConnections()).isEqualTo(1);
    }

    @Test
    void handsOnReturnedMails() {
        // Given
        anna.startWatching();

        // When
        anna.inbox.deliver(mail("Returned <odzew.1@gmail.com>"));

        // Then
        assertThat(anna.bounced).containsExactly("<odzew.1@gmail.com>");
        assertThat(anna.published).isEmpty();
    }

    @Test
    void backsOffFromAServerThatDropsEveryConnectionAtOnce() {
        // Given
        anna.startWatching();
        int before = anna.server.attempts();

        // When
        for (int i = 0; i < 60; i++) {
            anna.inbox.dropConnections();
            anna.time.pass(Duration.ofSeconds(1));
        }

        // Then
        assertThat(anna.server.attempts() - before).isLessThan(10);
    }

    @Test
    void tellsOfAPersonsOwnAnswersAndOfNothingElseThatWasSent() {
        // Given
        anna.inbox.fileIntoSent(sentTo("8awgqyk6a5+cub31c100@allegromail.pl", ""));
        anna.startWatching();
        anna.time.pass(Duration.ofMinutes(6));
        anna.inbox.deliver(mail("a question, and so a look into the folder"));

        // When
        anna.inbox.fileIntoSent(sentTo("8awgqyk6a5+cub31c122@allegromail.pl", ""));
        anna.inbox.fileIntoSent(sentTo("another1+cub31c123@allegromail.pl", "X-Odzew-Reply: 1\n"));
        anna.inbox.fileIntoSent(sentTo("another2+cub31c124@allegromail.pl", "Auto-Submitted: auto-replied\n"));
        anna.inbox.fileIntoSent(sentTo("mother@example.org", ""));
        anna.time.pass(Duration.ofMinutes(6));
        anna.inbox.deliver(mail("another one"));

        // Then
        assertThat(anna.answers())
                .singleElement()
                .satisfies(
                        answer -> assertThat(answer.buyer().maskedLocalPart()).isEqualTo("8awgqyk6a5"));
        assertThat(anna.subjects()).containsExactly("a question, and so a look into the folder", "another one");
    }

    @Test
    void looksIntoTheSentFolderEveryFiveMinutesAtMost() {
        // Given
        anna.startWatching();
        anna.time.pass(Duration.ofMinutes(6));
        anna.inbox.deliver(mail("one"));
        anna.inbox.fileIntoSent(sentTo("8awgqyk6a5+cub31c122@allegromail.pl", ""));

        // When
        anna.time.pass(Duration.ofMinutes(4));
        anna.inbox.deliver(mail("two"));
        int early = anna.answers().size();
        anna.time.pass(Duration.ofMinutes(1));
        anna.inbox.deliver(mail("three"));

        // Then
        assertThat(early).isZero();
        assertThat(anna.answers()).hasSize(1);
        assertThat(anna.subjects()).containsExactly("one", "two", "three");
    }

    @Test
    void readsNoMoreADayThanTheProviderBears() {
        // Given
        anna.startWatching();
        for (int i = 0; i < 20; i++) {
            anna.inbox.deliver(mail("large " + i) + "x".repeat(9_000));
        }
        int before = anna.subjects().size();
        assertThat(anna.inbox.openConnections()).isZero();

        // When
        anna.time.pass(Duration.ofHours(23));
        int stillBefore = anna.subjects().size();
        anna.time.pass(Duration.ofHours(1));

        // Then
        assertThat(before).isBetween(10, 14);
        assertThat(stillBefore).isEqualTo(before);
        assertThat(anna.subjects()).hasSize(20).doesNotHaveDuplicates();
        assertThat(anna.present().condition().status()).isEqualTo(MailboxStatus.OK);
    }

    private static String sentTo(String buyer, String field) {
        return "From: anna@gmail.com\nTo: " + buyer + "\nSubject: Re: Pytanie\n" + field + "\nJuż odpowiadam.\n";
    }

    private static String mail(String subject) {
        return "From: jan@allegromail.pl\nTo: anna@gmail.com\nSubject: " + subject + "\n\nDzień dobry\n";
    }
}
