package pl.odzew.mailbox.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import pl.odzew.events.MailAddress;
import pl.odzew.events.SellerId;
import pl.odzew.events.mailbox.v1.AuthFailureReason;
import pl.odzew.events.mailbox.v1.CredentialShape;
import pl.odzew.events.mailbox.v1.MailProtocol;
import pl.odzew.events.mailbox.v1.MailProvider;
import pl.odzew.events.mailbox.v1.MailboxAuthFailed;
import pl.odzew.events.mailbox.v1.MailboxConnected;
import pl.odzew.events.mailbox.v1.MailboxCredentialChanged;
import pl.odzew.events.mailbox.v1.MailboxEvent;
import pl.odzew.events.mailbox.v1.MailboxRecovered;
import pl.odzew.events.mailbox.v1.MailboxStatus;
import pl.odzew.events.mailbox.v1.MailboxUnreachable;
import pl.odzew.events.mailbox.v1.Remedy;
import pl.odzew.mailbox.refusal.Confirmation;
import pl.odzew.mailbox.refusal.OutageGuard.Ruling;
import pl.odzew.mailbox.refusal.Verdict;

class MailboxTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Patience PATIENCE = new Patience(
            new Confirmation(List.of(Duration.ZERO, MINUTE.multipliedBy(5), MINUTE.multipliedBy(15))),
            List.of(Duration.ofHours(1), Duration.ofHours(6), Duration.ofHours(24)));
    private static final Verdict APP_PASSWORD_REQUIRED = new Verdict.Certain(
            AuthFailureReason.APP_PASSWORD_REQUIRED,
            List.of(Remedy.APP_PASSWORD, Remedy.VERSION_3),
            null,
            "NO [ALERT] Application-specific password required");
    private static final Verdict INVALID = new Verdict.Doubtful(
            AuthFailureReason.CREDENTIALS_REFUSED, List.of(Remedy.APP_PASSWORD), null, "NO [AUTHENTICATIONFAILED]");
    private static final Verdict TOO_MANY =
            new Verdict.Limit(Verdict.Limit.Kind.CONNECTIONS, "NO [ALERT] Too many simultaneous connections.");

    private final Change connected = Mailbox.connected(
            new SellerId("anna"), new MailAddress("anna@gmail.com"), MailProvider.GMAIL, CredentialShape.OTHER, NOON);
    private final Mailbox mailbox = connected.after();

    @Test
    void isAnnouncedWhenItIsConnected() {
        assertThat(connected.events()).singleElement().isInstanceOfSatisfying(MailboxConnected.class, event -> {
            assertThat(event.mailbox().version()).isEqualTo(1);
            assertThat(event.mailbox().status()).isEqualTo(MailboxStatus.OK);
        });
    }

    @Test
    void warnsAtOnceOfACertainRefusalAndOnlyOnce() {
        // When
        Change first = refused(mailbox, MailProtocol.IMAP, APP_PASSWORD_REQUIRED, NOON);
        Change second = refused(first.after(), MailProtocol.SMTP, APP_PASSWORD_REQUIRED, NOON.plusSeconds(1));

        // Then
        assertThat(first.events()).singleElement().isInstanceOfSatisfying(MailboxAuthFailed.class, event -> {
            assertThat(event.mailbox().status()).isEqualTo(MailboxStatus.AUTH_FAILED);
            assertThat(event.mailbox().version()).isEqualTo(2);
            assertThat(event.failure().remedies()).containsExactly(Remedy.APP_PASSWORD, Remedy.VERSION_3);
        });
        assertThat(second.events()).isEmpty();
        assertThat(second.after().condition().status()).isEqualTo(MailboxStatus.AUTH_FAILED);
    }

    @Test
    void isSuspectAtTheFirstDoubtfulRefusalAndFailsAtTheThirdSpacedOne() {
        // When
        Change first = refused(mailbox, MailProtocol.IMAP, INVALID, NOON);
        Change tooSoon = refused(first.after(), MailProtocol.SMTP, INVALID, NOON.plusSeconds(1));
        Change second = refused(tooSoon.after(), MailProtocol.IMAP, INVALID, NOON.plus(MINUTE.multipliedBy(5)));
        Change third = refused(second.after(), MailProtocol.IMAP, INVALID, NOON.plus(MINUTE.multipliedBy(15)));

        // Then
        assertThat(first.after().condition().status()).isEqualTo(MailboxStatus.SUSPECT);
        assertThat(first.after().nextTry(PATIENCE)).contains(NOON.plus(MINUTE.multipliedBy(5)));
        assertThat(tooSoon.after().nextTry(PATIENCE)).contains(NOON.plus(MINUTE.multipliedBy(5)));
        assertThat(second.after().nextTry(PATIENCE)).contains(NOON.plus(MINUTE.multipliedBy(15)));
        assertThat(events(first, tooSoon, second)).isEmpty();
        assertThat(third.events())
                .singleElement()
                .isInstanceOfSatisfying(
                        MailboxAuthFailed.class,
                        event -> assertThat(event.failure().firstRefusedAt()).isEqualTo(NOON));
    }

    @Test
    void isNotWarnedOfDoubtfulWordsWhileItsProviderIsDoubted() {
        // Given
        Mailbox held = mailbox;
        for (int minute : List.of(0, 5, 15, 30)) {
            held = held.refused(
                            1,
                            MailProtocol.IMAP,
                            INVALID,
                            PATIENCE,
                            Ruling.HELD,
                            NOON.plus(MINUTE.multipliedBy(minute)))
                    .after();
        }

        // Then
        assertThat(held.condition().status()).isEqualTo(MailboxStatus.SUSPECT);
        assertThat(held.refused(1, MailProtocol.IMAP, APP_PASSWORD_REQUIRED, PATIENCE, Ruling.HELD, NOON)
                        .events())
                .singleElement()
                .isInstanceOf(MailboxAuthFailed.class);
        assertThat(held.doubtAnew(NOON.plus(Duration.ofHours(1))).after().nextTry(PATIENCE))
                .contains(NOON.plus(Duration.ofHours(1)));
        assertThat(held.believed(NOON.plus(Duration.ofHours(1))).events())
                .singleElement()
                .isInstanceOf(MailboxAuthFailed.class);
    }

    @Test
    void keepsConfirmationsApartAlsoAfterNobodyCouldTryForAWhile() {
        // Given
        Mailbox suspect = refused(mailbox, MailProtocol.IMAP, INVALID, NOON).after();
        Instant back = NOON.plus(Duration.ofHours(2));

        // When
        Change second = refused(suspect, MailProtocol.IMAP, INVALID, back);
        Change tooSoon = refused(second.after(), MailProtocol.IMAP, INVALID, back.plusSeconds(1));
        Change third = refused(tooSoon.after(), MailProtocol.IMAP, INVALID, back.plus(MINUTE.multipliedBy(10)));

        // Then
        assertThat(second.after().nextTry(PATIENCE)).contains(back.plus(MINUTE.multipliedBy(10)));
        assertThat(events(second, tooSoon)).isEmpty();
        assertThat(third.events()).singleElement().isInstanceOf(MailboxAuthFailed.class);
    }

    @Test
    void showsTheReasonThatCameAfterTheAlarmButDoesNotWarnAgain() {
        // Given
        Mailbox failed = mailbox;
        for (int minute : List.of(0, 5, 15)) {
            failed = refused(failed, MailProtocol.IMAP, INVALID, NOON.plus(MINUTE.multipliedBy(minute)))
                    .after();
        }

        // When
        Change certain = refused(failed, MailProtocol.IMAP, APP_PASSWORD_REQUIRED, NOON.plus(Duration.ofHours(1)));
        Change doubtful = refused(certain.after(), MailProtocol.IMAP, INVALID, NOON.plus(Duration.ofHours(6)));

        // Then
        assertThat(events(certain, doubtful)).isEmpty();
        assertThat(doubtful.after().failure()).hasValueSatisfying(failure -> {
            assertThat(failure.reason()).isEqualTo(AuthFailureReason.APP_PASSWORD_REQUIRED);
            assertThat(failure.remedies()).containsExactly(Remedy.APP_PASSWORD, Remedy.VERSION_3);
            assertThat(failure.firstRefusedAt()).isEqualTo(NOON);
        });
    }

    @Test
    void forgetsASuspicionAtTheFirstSuccessOfTheServerThatRefused() {
        // Given
        Mailbox suspect = refused(mailbox, MailProtocol.SMTP, INVALID, NOON).after();

        // When
        Change byOther = accepted(suspect, MailProtocol.IMAP, NOON.plusSeconds(1));
        Change bySame = accepted(suspect, MailProtocol.SMTP, NOON.plusSeconds(2));

        // Then
        assertThat(byOther.after().condition().status()).isEqualTo(MailboxStatus.SUSPECT);
        assertThat(bySame.after().condition().status()).isEqualTo(MailboxStatus.OK);
        assertThat(bySame.events()).isEmpty();
    }

    @Test
    void isNotMovedByThrottles() {
        // When
        Change change = refused(mailbox, MailProtocol.IMAP, TOO_MANY, NOON);

        // Then
        assertThat(change).isEqualTo(Change.none(mailbox));
    }

    @Test
    void isTriedAgainAfterTheAlarmMoreAndMoreSeldom() {
        // Given
        Mailbox failed =
                refused(mailbox, MailProtocol.IMAP, APP_PASSWORD_REQUIRED, NOON).after();

        // Then
        for (Duration offset :
                List.of(Duration.ofHours(1), Duration.ofHours(6), Duration.ofHours(24), Duration.ofHours(48))) {
            assertThat(failed.nextTry(PATIENCE)).contains(NOON.plus(offset));
            failed = refused(failed, MailProtocol.IMAP, APP_PASSWORD_REQUIRED, NOON.plus(offset))
                    .after();
        }
    }

    @Test
    void isNotTriedMoreSeldomBecauseTheSellerChecksOften() {
        // Given
        Mailbox failed =
                refused(mailbox, MailProtocol.IMAP, APP_PASSWORD_REQUIRED, NOON).after();

        // When
        for (int minute = 1; minute <= 5; minute++) {
            failed = refused(failed, MailProtocol.IMAP, APP_PASSWORD_REQUIRED, NOON.plus(MINUTE.multipliedBy(minute)))
                    .after();
        }

        // Then
        assertThat(failed.nextTry(PATIENCE)).contains(NOON.plus(Duration.ofHours(1)));
    }

    @Test
    void isTriedOnceAfterWeWereAwayAndNotForEveryTryThatWasMissed() {
        // Given
        Mailbox failed =
                refused(mailbox, MailProtocol.IMAP, APP_PASSWORD_REQUIRED, NOON).after();

        // When
        Mailbox tried = refused(failed, MailProtocol.IMAP, APP_PASSWORD_REQUIRED, NOON.plus(Duration.ofHours(50)))
                .after();

        // Then
        assertThat(tried.nextTry(PATIENCE)).contains(NOON.plus(Duration.ofHours(72)));
    }

    @Test
    void recoversByANewPassword() {
        // Given
        Mailbox failed =
                refused(mailbox, MailProtocol.IMAP, APP_PASSWORD_REQUIRED, NOON).after();

        // When
        Change change = failed.credentialChanged(CredentialShape.APP_PASSWORD_LIKE, NOON.plus(MINUTE));

        // Then
        assertThat(change.events()).hasSize(2);
        assertThat(change.events().getFirst()).isInstanceOfSatisfying(MailboxCredentialChanged.class, event -> {
            assertThat(event.mailbox().version()).isEqualTo(3);
            assertThat(event.mailbox().credentialVersion()).isEqualTo(2);
        });
        assertThat(change.events().getLast()).isInstanceOfSatisfying(MailboxRecovered.class, event -> {
            assertThat(event.mailbox().version()).isEqualTo(4);
            assertThat(event.mailbox().credentialShape()).isEqualTo(CredentialShape.APP_PASSWORD_LIKE);
            assertThat(event.brokenSince()).isEqualTo(NOON);
            assertThat(event.credentialChanged()).isTrue();
        });
        assertThat(change.after().version()).isEqualTo(4);
        assertThat(change.after().condition().status()).isEqualTo(MailboxStatus.OK);
    }

    @Test
    void doesNotMindWhatWasSeenWithAnOlderPassword() {
        // Given
        Mailbox renewed = mailbox.credentialChanged(CredentialShape.APP_PASSWORD_LIKE, NOON)
                .after();

        // When
        Change late = renewed.refused(1, MailProtocol.IMAP, APP_PASSWORD_REQUIRED, PATIENCE, Ruling.FREE, NOON);

        // Then
        assertThat(late).isEqualTo(Change.none(renewed));
    }

    @Test
    void recoversByItself() {
        // Given
        Mailbox failed =
                refused(mailbox, MailProtocol.IMAP, APP_PASSWORD_REQUIRED, NOON).after();

        // When
        Change change = accepted(failed, MailProtocol.IMAP, NOON.plus(MINUTE));

        // Then
        assertThat(change.events())
                .singleElement()
                .isInstanceOfSatisfying(
                        MailboxRecovered.class,
                        event -> assertThat(event.credentialChanged()).isFalse());
    }

    @Test
    void fallsBackToItsTroubleWhenACheckLearnsNothing() {
        // Given
        Mailbox failed =
                refused(mailbox, MailProtocol.IMAP, APP_PASSWORD_REQUIRED, NOON).after();
        Mailbox probing = failed.checking(NOON.plus(MINUTE)).after();

        // When
        Change nothing = refused(probing, MailProtocol.IMAP, TOO_MANY, NOON.plus(MINUTE));
        Change refused = refused(probing, MailProtocol.IMAP, APP_PASSWORD_REQUIRED, NOON.plus(MINUTE));
        Change accepted = probing.accepted(1, EnumSet.allOf(MailProtocol.class), NOON.plus(MINUTE));

        // Then
        assertThat(probing.condition().status()).isEqualTo(MailboxStatus.PROBING);
        assertThat(nothing.after().condition()).isEqualTo(failed.condition());
        assertThat(refused.after().condition().status()).isEqualTo(MailboxStatus.AUTH_FAILED);
        assertThat(refused.events()).isEmpty();
        assertThat(accepted.events()).singleElement().isInstanceOf(MailboxRecovered.class);
    }

    @Test
    void tellsOnceThatTheServerDoesNotAnswerAndWhenItDoesAgain() {
        // When
        Change silent = mailbox.unreachable(NOON, "no route", NOON.plus(Duration.ofHours(1)));
        Change still = silent.after().unreachable(NOON, "no route", NOON.plus(Duration.ofHours(2)));
        Change back = accepted(silent.after(), MailProtocol.IMAP, NOON.plus(Duration.ofHours(3)));

        // Then
        assertThat(silent.events()).singleElement().isInstanceOf(MailboxUnreachable.class);
        assertThat(still.events()).isEmpty();
        assertThat(back.events())
                .singleElement()
                .isInstanceOfSatisfying(
                        MailboxRecovered.class,
                        event -> assertThat(event.brokenSince()).isEqualTo(NOON));
    }

    @Test
    void knowsWhatCannotBe() {
        // Given
        Mailbox paused = mailbox.paused(NOON).after();

        // Then
        assertThatThrownBy(() -> mailbox.resumed(NOON)).isInstanceOf(IllegalTransitionException.class);
        assertThatThrownBy(() -> paused.checking(NOON)).isInstanceOf(IllegalTransitionException.class);
        assertThat(refused(paused, MailProtocol.IMAP, APP_PASSWORD_REQUIRED, NOON))
                .isEqualTo(Change.none(paused));
    }

    private static Change refused(Mailbox mailbox, MailProtocol by, Verdict verdict, Instant at) {
        return mailbox.refused(mailbox.credentialVersion(), by, verdict, PATIENCE, Ruling.FREE, at);
    }

    private static Change accepted(Mailbox mailbox, MailProtocol by, Instant at) {
        return mailbox.accepted(mailbox.credentialVersion(), Set.of(by), at);
    }

    private static List<MailboxEvent> events(Change... changes) {
        return List.of(changes).stream()
                .flatMap(change -> change.events().stream())
                .toList();
    }
}
