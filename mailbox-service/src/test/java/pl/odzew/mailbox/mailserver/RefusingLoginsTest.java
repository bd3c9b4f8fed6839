package pl.odzew.mailbox.mailserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.odzew.mailbox.mailserver.post.Account;
import pl.odzew.mailbox.mailserver.post.LoginPolicy;
import pl.odzew.mailbox.mailserver.post.Protocol;
import pl.odzew.mailbox.mailserver.post.Refusal;
import pl.odzew.mailbox.mailserver.post.RefusalCase;

/// Refusals in Gmail's own words.
class RefusingLoginsTest {

    private static final String ANNA = "anna@gmail.com";
    private static final String APP_PASSWORD_REQUIRED = "NO [ALERT] Application-specific password required:"
            + " https://support.google.com/accounts/answer/185833 (Failure)";

    private final MailServer server =
            MailServer.start(MailServer.Options.inMemory().withConnectionsPerAccount(2));
    private final Account anna = server.account(ANNA, "secret");

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void demandsAnAppPasswordOfEveryOtherOne() {
        // Given
        anna.createAppPassword("abcdefghijklmnop");

        // When
        anna.changePolicy(LoginPolicy.APP_PASSWORDS_ONLY);

        // Then
        assertThat(login("secret")).containsExactly("A " + APP_PASSWORD_REQUIRED);
        assertThat(login("\"abcd efgh ijkl mnop\"")).containsExactly("A " + APP_PASSWORD_REQUIRED);
        assertThat(login("abcdefghijklmnop")).last().asString().startsWith("A OK");
        assertThat(smtpLogin("secret"))
                .startsWith("534-5.7.9 Application-specific password required. For more information, go to\n534 5.7.9  "
                        + "https://support.google.com/mail/?p=InvalidSecondFactor ");
        assertThat(smtpLogin("abcdefghijklmnop")).startsWith("235");
        assertThat(anna.logins()).extracting("accepted").containsExactly(false, false, true, false, true);
        assertThat(anna.logins().getFirst().serverWords()).isEqualTo(APP_PASSWORD_REQUIRED);
    }

    @Test
    void sendsToTheBrowserWithTheAddressFirst() {
        anna.refuse(RefusalCase.WEB_LOGIN_REQUIRED);
        List<String> answer = login("secret");
        assertThat(answer).hasSize(2);
        assertThat(answer.getFirst())
                .startsWith("* NO [WEBALERT https://accounts.google.com/signin/continue?")
                .endsWith("] Web login required.");
        assertThat(answer.getLast())
                .isEqualTo("A NO [ALERT] Please log in via your web browser:"
                        + " https://support.google.com/mail/accounts/answer/78754 (Failure)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "INVALID_CREDENTIALS|A NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)|535-5.7.8",
                "TOO_MANY_CONNECTIONS|A NO [ALERT] Too many simultaneous connections. (Failure)|235",
                "TEMPORARY_PROBLEM|A NO [UNAVAILABLE] Temporary System Problem. Please try again later. (Failure)|454 4.7.0",
                "IMAP_DISABLED_FOR_DOMAIN|A NO [ALERT] IMAP access is disabled for your domain. Please contact your domain administrator for questions about this feature. (Failure)|235",
                "SMTP_LOGIN_RATE|A OK anna@gmail.com authenticated (Success)|454-4.7.0",
                "DAILY_SENDING_LIMIT|A OK anna@gmail.com authenticated (Success)|235",
                "BYE_AT_LOGIN|* BYE Temporary System Error|421 4.7.0",
                "BANDWIDTH_EXCEEDED|* BYE [OVERQUOTA] Account exceeded command or bandwidth limits.|235",
            })
    void refusesInGmailsWords(RefusalCase kind, String imap, String smtp) {
        // When
        anna.refuse(kind);

        // Then
        assertThat(login("secret")).last().isEqualTo(imap);
        assertThat(smtpLogin("secret")).startsWith(smtp);
    }

    @Test
    void refusesASenderWhoseDayIsFull() {
        anna.refuse(RefusalCase.DAILY_SENDING_LIMIT);
        try (RawClient client = RawClient.submitting(server, ANNA, "secret")) {
            assertThat(client.askSmtp("MAIL FROM:<anna@gmail.com>"))
                    .startsWith(
                            "550-5.4.5 Daily user sending limit exceeded. For more information on Gmail\n550-5.4.5 ");
        }
    }

    @Test
    void keepsSilentOrCutsTheConnection() {
        anna.refuse(RefusalCase.HANG);
        try (RawClient client = RawClient.imap(server)) {
            client.beImpatient();
            assertThatThrownBy(() -> client.ask("A LOGIN anna@gmail.com secret"))
                    .hasMessageContaining("heard nothing");
        }
        anna.refuse(RefusalCase.DROP);
        try (RawClient client = RawClient.imap(server)) {
            assertThat(client.say("A LOGIN anna@gmail.com secret").isCut()).isTrue();
        }
        assertThat(anna.logins()).extracting("serverWords").containsExactly("(no answer)", "(connection cut)");
    }

    @Test
    void saysWhatItIsToldToSay() {
        anna.refuse(Refusal.inWords("* NO [ALERT] Maintenance tonight", "NO Lookup failed", "454 4.7.0 Later."));
        assertThat(login("secret")).containsExactly("* NO [ALERT] Maintenance tonight", "A NO Lookup failed");
        assertThat(smtpLogin("secret")).isEqualTo("454 4.7.0 Later.");
        anna.acceptAgain();
        assertThat(login("secret")).last().asString().startsWith("A OK");
    }

    @Test
    void dropsOpenConnectionsWithALastWord() {
        try (RawClient idle = RawClient.signedIn(server, ANNA, "secret")) {
            // Given
            idle.ask("A EXAMINE INBOX");
            idle.say("B IDLE").hear();

            // When
            anna.dropConnections();

            // Then
            assertThat(idle.hear()).isEqualTo("* BYE Session expired, please login again.");
            assertThat(idle.isCut()).isTrue();
        }
    }

    @Test
    void allowsSoManyConnectionsAndNoMore() {
        try (RawClient _ = RawClient.signedIn(server, ANNA, "secret");
                RawClient _ = RawClient.signedIn(server, ANNA, "secret")) {
            assertThat(anna.openConnections(Protocol.IMAP)).isEqualTo(2);
            assertThat(login("secret")).containsExactly("A NO [ALERT] Too many simultaneous connections. (Failure)");
        }
    }

    /// What is heard up to the tagged line, or the BYE.
    private List<String> login(String password) {
        try (RawClient client = RawClient.imap(server)) {
            client.say("A LOGIN anna@gmail.com " + password);
            String first = client.hear();
            if (first.startsWith("A ") || first.startsWith("* BYE")) {
                return List.of(first);
            }
            return Stream.concat(Stream.of(first), client.hearUpTo("A ").stream())
                    .toList();
        }
    }

    private String smtpLogin(String password) {
        try (RawClient client = RawClient.smtp(server)) {
            return client.askSmtp("AUTH PLAIN " + RawClient.base64("\0anna@gmail.com\0" + password));
        }
    }
}
