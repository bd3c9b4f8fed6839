package pl.odzew.notification.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import pl.odzew.events.MailAddress;
import pl.odzew.events.SellerId;
import pl.odzew.events.account.v1.AccountAuthFailureReason;
import pl.odzew.events.mailbox.v1.AuthFailureReason;
import pl.odzew.events.mailbox.v1.MailProvider;
import pl.odzew.events.mailbox.v1.Remedy;
import pl.odzew.notification.alert.Happening.Failed;
import pl.odzew.notification.alert.Happening.Gone;
import pl.odzew.notification.alert.Happening.Other;
import pl.odzew.notification.alert.Happening.Recovered;

class AlertPolicyTest {

    private static final Instant NOW = Instant.parse("2026-11-23T17:05:00Z");

    private static final Subject MAILBOX = new Subject(
            UUID.randomUUID(),
            SubjectKind.MAILBOX,
            new SellerId("anna"),
            "anna@gmail.com",
            new MailAddress("anna@gmail.com"));

    private static final Subject ACCOUNT =
            new Subject(UUID.randomUUID(), SubjectKind.ALLEGRO_ACCOUNT, new SellerId("anna"), "anna_sklep", null);

    private static final Problem FIRST_PASSWORD = refused(1);
    private static final Problem SECOND_PASSWORD = refused(2);
    private static final Problem CONSENT =
            new Problem.AccountRefused(AccountAuthFailureReason.CONSENT_LOST, "invalid_grant", NOW);

    private static final Incident OPEN = Incident.open(MAILBOX, 4, FIRST_PASSWORD, NOW);
    private static final Incident OPEN_WEB_LOGIN =
            Incident.open(MAILBOX, 4, refused(1, AuthFailureReason.WEB_LOGIN_REQUIRED), NOW);
    private static final Incident OPEN_ACCOUNT = Incident.open(ACCOUNT, 4, CONSENT, NOW);

    static Stream<Arguments> transitions() {
        var remember = new AlertDecision.Remember();
        var ignore = new AlertDecision.Ignore();
        return Stream.of(
                row(
                        "first failure",
                        healthy(3),
                        4,
                        failed(FIRST_PASSWORD),
                        new AlertDecision.Open(FIRST_PASSWORD, null)),
                row("the same failure again", broken(4), 5, failed(FIRST_PASSWORD), remember),
                row(
                        "a new password fails too",
                        broken(4),
                        6,
                        failed(SECOND_PASSWORD),
                        new AlertDecision.Open(SECOND_PASSWORD, OPEN)),
                row(
                        "it works again",
                        broken(5),
                        6,
                        new Recovered(true),
                        new AlertDecision.Close(OPEN, Ending.RECOVERED)),
                row(
                        "it works again with the same password",
                        broken(5),
                        6,
                        new Recovered(false),
                        new AlertDecision.Close(OPEN, Ending.TAKEN_BACK)),
                row(
                        "the owner signed in on the web",
                        new Known(5, 4, Optional.of(OPEN_WEB_LOGIN), false),
                        6,
                        new Recovered(false),
                        new AlertDecision.Close(OPEN_WEB_LOGIN, Ending.RECOVERED)),
                row("it works by itself, as ever", healthy(5), 6, new Recovered(false), remember),
                row("it works, as ever", healthy(5), 6, new Recovered(true), remember),
                row("a password was saved", broken(4), 5, new Other(), remember),
                row(
                        "taken away while broken",
                        broken(4),
                        5,
                        new Gone(),
                        new AlertDecision.Close(OPEN, Ending.DISCONNECTED)),
                row(
                        "refused while version 3 answers in its place",
                        new Known(3, 0, Optional.empty(), true),
                        4,
                        failed(FIRST_PASSWORD),
                        remember),
                row("taken away", healthy(4), 5, new Gone(), remember),
                row(
                        "broken again with the same password",
                        repaired(6, 4),
                        7,
                        failed(FIRST_PASSWORD),
                        new AlertDecision.Open(FIRST_PASSWORD, null)),
                row("an old failure", healthy(5), 5, failed(FIRST_PASSWORD), ignore),
                row("an old recovery", broken(5), 4, new Recovered(true), ignore),
                row(
                        "an old failure while the projection is built anew",
                        repaired(0, 4),
                        4,
                        failed(FIRST_PASSWORD),
                        remember),
                row(
                        "the open failure while the projection is built anew",
                        new Known(0, 4, Optional.of(OPEN), false),
                        4,
                        failed(FIRST_PASSWORD),
                        remember),
                row(
                        "a stranger is broken",
                        healthy(0),
                        1,
                        failed(FIRST_PASSWORD),
                        new AlertDecision.Open(FIRST_PASSWORD, null)),
                row(
                        "an account that is refused again",
                        new Known(4, 4, Optional.of(OPEN_ACCOUNT), false),
                        5,
                        failed(CONSENT),
                        remember),
                row(
                        "an account that works again",
                        new Known(4, 4, Optional.of(OPEN_ACCOUNT), false),
                        5,
                        new Recovered(true),
                        new AlertDecision.Close(OPEN_ACCOUNT, Ending.RECOVERED)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("transitions")
    void opensOneIncidentForEachProblemAndClosesItOnce(
            String name, Known known, long version, Happening happening, AlertDecision expected) {
        // When
        AlertDecision decision = AlertPolicy.decide(new Notice(MAILBOX, version, happening), known);

        // Then
        assertThat(decision).as(name).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhatIsDoneWithoutAPasswordEndsWithoutOne(AuthFailureReason reason) {
        // When
        boolean onlyByNewCredential = refused(1, reason).endsOnlyByNewCredential();

        // Then
        boolean doneElsewhere = switch (reason) {
            case WEB_LOGIN_REQUIRED, IMAP_DISABLED, IMAP_DISABLED_BY_ADMIN, CONTACT_ADMIN -> true;
            case APP_PASSWORD_REQUIRED,
                    METHOD_DISABLED,
                    PASSWORD_EXPIRED,
                    CREDENTIALS_REFUSED,
                    UNEXPLAINED,
                    OAUTH_CONSENT_LOST -> false;
        };
        assertThat(onlyByNewCredential).isNotEqualTo(doneElsewhere);
    }

    @Test
    void aProblemOfAnotherKindIsAnotherProblem() {
        // Then
        assertThat(FIRST_PASSWORD.isSameAs(CONSENT)).isFalse();
        assertThat(CONSENT.isSameAs(FIRST_PASSWORD)).isFalse();
    }

    private static Arguments row(String name, Known known, long version, Happening happening, AlertDecision expected) {
        return Arguments.of(name, known, version, happening, expected);
    }

    private static Known healthy(long version) {
        return new Known(version, 0, Optional.empty(), false);
    }

    private static Known broken(long version) {
        return new Known(version, OPEN.subjectVersion(), Optional.of(OPEN), false);
    }

    private static Known repaired(long version, long incidentVersion) {
        return new Known(version, incidentVersion, Optional.empty(), false);
    }

    private static Happening failed(Problem problem) {
        return new Failed(problem);
    }

    private static Problem refused(long credentialVersion) {
        return refused(credentialVersion, AuthFailureReason.APP_PASSWORD_REQUIRED);
    }

    private static Problem refused(long credentialVersion, AuthFailureReason reason) {
        return new Problem.MailboxRefused(
                MailProvider.GMAIL,
                credentialVersion,
                reason,
                "Application-specific password required",
                null,
                NOW,
                List.of(Remedy.APP_PASSWORD, Remedy.VERSION_3));
    }
}
