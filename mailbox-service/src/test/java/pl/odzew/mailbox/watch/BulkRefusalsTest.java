package pl.odzew.mailbox.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pl.odzew.events.mailbox.v1.AuthFailureReason;
import pl.odzew.events.mailbox.v1.MailboxAuthFailed;
import pl.odzew.events.mailbox.v1.MailboxStatus;
import pl.odzew.mailbox.refusal.OutageGuard;

/// What a thousand sellers hear when the provider refuses all of them.
class BulkRefusalsTest {

    private static final int SELLERS = 1_000;
    private static final String APP_PASSWORD_REQUIRED =
            "NO [ALERT] Application-specific password required: https://support.google.com/accounts/answer/185833 (Failure)";
    private static final String INVALID = "NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)";
    private static final String WEB_LOGIN =
            "NO [ALERT] Please log in via your web browser: https://support.google.com/mail/accounts/answer/78754 (Failure)";

    private static final Logger LOG = Logger.getLogger("pl.odzew.mailbox.connection");

    /// A line for each refusal would be a hundred thousand.
    @BeforeAll
    static void beQuiet() {
        LOG.setLevel(Level.OFF);
    }

    @AfterAll
    static void speakAgain() {
        LOG.setLevel(null);
    }

    private final ProvidersMailboxes gmail = new ProvidersMailboxes(SELLERS);

    @Test
    void everybodyIsWarnedWithinTenMinutesOfACertainRefusal() {
        // When
        gmail.refuseEverybody(APP_PASSWORD_REQUIRED);
        gmail.time.pass(Duration.ofMinutes(10));

        // Then
        assertThat(gmail.warned()).isEqualTo(SELLERS);
        assertThat(gmail.guardState()).isInstanceOf(OutageGuard.Watching.class);
    }

    @Test
    void nobodyIsWarnedOfADoubtfulBurstThatPassesAfterTwentyMinutes() {
        // Given
        gmail.refuseEverybody(INVALID);
        gmail.time.pass(Duration.ofMinutes(20));

        // When
        gmail.server.acceptAgain();
        gmail.time.pass(Duration.ofHours(3));

        // Then
        assertThat(gmail.warned()).isZero();
        assertThat(gmail.in(MailboxStatus.OK)).isEqualTo(SELLERS);
        assertThat(gmail.guardState()).isInstanceOf(OutageGuard.Watching.class);
    }

    @Test
    void everybodyIsWarnedWhenDoubtfulRefusalsAreSteadyForTwoHours() {
        // When
        gmail.refuseEverybody(INVALID);
        gmail.time.pass(Duration.ofMinutes(55));

        // Then
        assertThat(gmail.warned()).isZero();

        // When
        gmail.time.pass(Duration.ofMinutes(65));

        // Then
        assertThat(gmail.warned()).isEqualTo(SELLERS);
        assertThat(gmail.in(MailboxStatus.AUTH_FAILED)).isEqualTo(SELLERS);
    }

    /// Google's change may come in doubtful words first.
    @Test
    void everybodyIsWarnedWhenTheWordsBecomeCertainWhileTheProviderIsDoubted() {
        // Given
        gmail.refuseEverybody(INVALID);
        gmail.time.pass(Duration.ofMinutes(10));

        // When
        gmail.server.refuseWith(APP_PASSWORD_REQUIRED);
        gmail.time.pass(Duration.ofMinutes(10));

        // Then
        assertThat(gmail.warned()).isEqualTo(SELLERS);
        assertThat(gmail.mailboxes.announced())
                .filteredOn(MailboxAuthFailed.class::isInstance)
                .allMatch(event ->
                        ((MailboxAuthFailed) event).failure().reason() == AuthFailureReason.APP_PASSWORD_REQUIRED);
    }

    @Test
    void onlyCanariesSignInWhileTheProviderIsDoubted() {
        // Given
        gmail.refuseEverybody(INVALID);
        gmail.time.pass(Duration.ofMinutes(2));
        int before = gmail.server.attempts();

        // When
        gmail.time.pass(Duration.ofMinutes(40));

        // Then
        assertThat(gmail.server.attempts() - before).isBetween(19, 21);
    }

    @Test
    void theOperatorIsCalledAfterFiveMinutes() {
        // Given
        gmail.refuseEverybody(INVALID);
        gmail.time.pass(Duration.ofMinutes(4));
        assertThat(gmail.holding().pagedAt()).isNull();

        // When
        gmail.time.pass(Duration.ofMinutes(2));

        // Then
        assertThat(gmail.holding().pagedAt())
                .isBetween(
                        gmail.holding().since().plus(Duration.ofMinutes(5)),
                        gmail.holding().since().plus(Duration.ofMinutes(5)).plusSeconds(10));
    }

    @Test
    void aBulkDemandToSignInOnTheWebCallsTheOperatorBeforeTheSellers() {
        // When
        gmail.refuseEverybody(WEB_LOGIN);
        gmail.time.pass(Duration.ofMinutes(20));

        // Then
        assertThat(gmail.holding().cause()).isEqualTo(OutageGuard.Cause.WEB_LOGIN_DEMANDS);
        assertThat(gmail.holding().pagedAt()).isEqualTo(gmail.holding().since());
        assertThat(gmail.warned()).isEqualTo(20);
    }

    @Test
    void aFewInDoubtAreJudgedOneByOne() {
        // Given
        var few = new ProvidersMailboxes(19);

        // When
        few.refuseEverybody(INVALID);
        few.time.pass(Duration.ofMinutes(20));

        // Then
        assertThat(few.warned()).isEqualTo(19);
    }

    @Test
    void twentyOfTooManyAreJudgedOneByOne() {
        // When
        gmail.refuseFirst(199, INVALID);
        gmail.time.pass(Duration.ofMinutes(20));

        // Then
        assertThat(gmail.warned()).isEqualTo(199);
        assertThat(gmail.in(MailboxStatus.OK)).isEqualTo(SELLERS - 199);
    }

    /// A third of the passwords are really gone when the provider recovers for the others.
    @Test
    void thoseWhoAreStillRefusedWhenTheProviderRecoversAreWarned() {
        // Given
        gmail.refuseEverybody(INVALID);
        gmail.time.pass(Duration.ofMinutes(20));

        // When
        gmail.server.acceptAgain();
        gmail.refuseFirst(300, INVALID);
        gmail.time.pass(Duration.ofHours(3));

        // Then
        assertThat(gmail.warned()).isEqualTo(300);
        assertThat(gmail.in(MailboxStatus.OK)).isEqualTo(SELLERS - 300);
    }
}
