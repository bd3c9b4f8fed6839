package pl.odzew.notification.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pl.odzew.embedded.quarkus.EmbeddedInfrastructure;
import pl.odzew.events.MailAddress;
import pl.odzew.events.SellerId;
import pl.odzew.events.account.v1.AccountAuthFailureReason;
import pl.odzew.events.mailbox.v1.AuthFailureReason;
import pl.odzew.events.mailbox.v1.MailProvider;
import pl.odzew.events.mailbox.v1.Remedy;
import pl.odzew.notification.alert.Incident;
import pl.odzew.notification.alert.IncidentId;
import pl.odzew.notification.alert.Problem;
import pl.odzew.notification.alert.Subject;
import pl.odzew.notification.alert.SubjectKind;
import pl.odzew.notification.contact.Language;
import pl.odzew.notification.delivery.Letter;
import pl.odzew.notification.delivery.MailId;
import pl.odzew.notification.delivery.MailKind;
import pl.odzew.notification.delivery.letter.LetterWriter;

/// Every letter about incidents in every language, for every reason.
@QuarkusTest
@TestProfile(Story.ShortTimes.class)
@WithTestResource(EmbeddedInfrastructure.class)
@WithTestResource(PostOffice.class)
@WithTestResource(IdentityProvider.class)
@WithTestResource(Keys.class)
class LetterSnapshotTest extends Story {

    private static final MailAddress ANNA = new MailAddress("anna.sklep@gmail.com");
    /// A template that was not filled in, or a message that is not there.
    private static final Pattern UNFILLED = Pattern.compile("\\{[a-z][\\w.:]*}|NOT_FOUND|mail:|\\bnull\\b");

    @Inject
    LetterWriter writer;

    @ParameterizedTest
    @EnumSource
    void warnsOfEveryReason(AuthFailureReason reason) throws IOException {
        for (Language language : Language.values()) {
            // When
            Letter letter = write(MailKind.MAILBOX_WARNING, language, null, mailbox(reason));

            // Then
            compare("warning-" + reason, language, letter);
        }
    }

    @ParameterizedTest
    @EnumSource
    void writesEveryLetterInEveryLanguage(Language language) throws IOException {
        // Given
        Incident locked = mailbox(AuthFailureReason.APP_PASSWORD_REQUIRED);
        var other = new MailAddress("biuro@wp.pl");
        Incident alsoLocked = mailbox(other, MailProvider.WP, AuthFailureReason.CREDENTIALS_REFUSED);
        URI unsubscribe = URI.create("https://odzew.example/links/unsubscribe?token=x");

        // When
        var several = write(MailKind.MAILBOX_WARNING, language, null, locked, alsoLocked);
        var reminder = write(MailKind.MAILBOX_REMINDER, language, unsubscribe, locked);
        var worksAgain = write(MailKind.MAILBOX_WORKS_AGAIN, language, null, closed(locked));
        var worksAgainMany = write(MailKind.MAILBOX_WORKS_AGAIN, language, null, closed(locked), closed(alsoLocked));
        var takenBack = write(MailKind.MAILBOX_TAKEN_BACK, language, null, closed(locked));
        var takenBackMany = write(MailKind.MAILBOX_TAKEN_BACK, language, null, closed(locked), closed(alsoLocked));
        var account = write(MailKind.ACCOUNT_WARNING, language, null, account(AccountAuthFailureReason.CONSENT_LOST));
        var accountReminder = write(
                MailKind.ACCOUNT_REMINDER, language, unsubscribe, account(AccountAuthFailureReason.SCOPE_MISSING));
        var accountAgain = write(
                MailKind.ACCOUNT_WORKS_AGAIN, language, null, closed(account(AccountAuthFailureReason.CONSENT_LOST)));

        // Then
        compare("several-mailboxes", language, several);
        compare("mailbox-reminder", language, reminder);
        compare("mailbox-works-again", language, worksAgain);
        compare("mailboxes-work-again", language, worksAgainMany);
        compare("mailbox-taken-back", language, takenBack);
        compare("mailboxes-taken-back", language, takenBackMany);
        compare("account-warning", language, account);
        compare("account-reminder", language, accountReminder);
        compare("account-works-again", language, accountAgain);
    }

    private static void compare(String name, Language language, Letter letter) throws IOException {
        String file = name.toLowerCase(Locale.ROOT).replace('_', '-') + "."
                + language.name().toLowerCase(Locale.ROOT);
        assertThat(letter.subject()).as(file).isNotBlank().doesNotContainPattern(UNFILLED);
        assertThat(letter.text()).as(file).doesNotContainPattern(UNFILLED).doesNotContain("<p>");
        assertThat(letter.html().replaceAll("(?s)<style>.*</style>", ""))
                .as(file)
                .doesNotContainPattern(UNFILLED);
        String words = letter.subject() + "\n\n" + letter.text();
        if (language == Language.PL) {
            Snapshots.compare(file, words, letter.html());
        } else {
            Snapshots.compareWords(file, words);
        }
    }

    private Letter write(MailKind kind, Language language, URI unsubscribe, Incident... incidents) {
        return writer.write(MailId.random(), kind, List.of(incidents), List.of(ANNA), language, unsubscribe)
                .await()
                .atMost(PATIENCE);
    }

    private static Incident mailbox(AuthFailureReason reason) {
        return mailbox(ANNA, MailProvider.GMAIL, reason);
    }

    private static Incident mailbox(MailAddress address, MailProvider provider, AuthFailureReason reason) {
        var problem = new Problem.MailboxRefused(
                provider,
                1,
                reason,
                "NO [ALERT] " + reason + " (Failure)",
                reason == AuthFailureReason.WEB_LOGIN_REQUIRED
                        ? URI.create("https://accounts.google.com/signin/continue?sarp=1")
                        : null,
                SellersMailbox.REFUSED_AT,
                remedies(reason, provider));
        return incident(SubjectKind.MAILBOX, address.value(), problem);
    }

    /// As mailbox-service lists them.
    private static List<Remedy> remedies(AuthFailureReason reason, MailProvider provider) {
        var remedies = new ArrayList<Remedy>();
        switch (reason) {
            case WEB_LOGIN_REQUIRED -> remedies.add(Remedy.SIGN_IN_ON_THE_WEB);
            case IMAP_DISABLED -> remedies.add(Remedy.ENABLE_IMAP);
            case IMAP_DISABLED_BY_ADMIN, CONTACT_ADMIN -> remedies.add(Remedy.ASK_ADMINISTRATOR);
            case OAUTH_CONSENT_LOST -> remedies.add(Remedy.GOOGLE_SIGN_IN);
            case CREDENTIALS_REFUSED, UNEXPLAINED, PASSWORD_EXPIRED -> remedies.add(Remedy.CORRECT_PASSWORD);
            case APP_PASSWORD_REQUIRED, METHOD_DISABLED -> {}
        }
        if (provider == MailProvider.GMAIL && reason != AuthFailureReason.IMAP_DISABLED_BY_ADMIN) {
            remedies.add(Remedy.APP_PASSWORD);
        }
        remedies.add(Remedy.VERSION_3);
        return remedies;
    }

    private static Incident account(AccountAuthFailureReason reason) {
        return incident(
                SubjectKind.ALLEGRO_ACCOUNT,
                "anna_sklep",
                new Problem.AccountRefused(reason, "invalid_grant: Invalid refresh token", SellersMailbox.REFUSED_AT));
    }

    private static Incident incident(SubjectKind kind, String name, Problem problem) {
        var subject = new Subject(UUID.randomUUID(), kind, new SellerId("anna"), name, ANNA);
        return Incident.open(subject, 1, problem, SellersMailbox.REFUSED_AT);
    }

    private static Incident closed(Incident open) {
        return new Incident(
                new IncidentId(UUID.randomUUID()),
                open.subject(),
                open.subjectVersion(),
                open.problem(),
                open.openedAt(),
                open.openedAt().plusSeconds(7_200));
    }
}
