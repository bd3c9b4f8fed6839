package pl.odzew.mailbox.refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import pl.odzew.events.mailbox.v1.AuthFailureReason;
import pl.odzew.events.mailbox.v1.MailProtocol;
import pl.odzew.events.mailbox.v1.MailProvider;
import pl.odzew.events.mailbox.v1.Remedy;

class RefusalsTest {

    @ParameterizedTest
    @MethodSource("collectedRefusals")
    void readsEveryCollectedRefusal(String line, MailProtocol protocol, String expected) {
        // When
        Verdict verdict = classify(protocol, line);

        // Then
        assertThat(nameOf(verdict)).as(line).isIn((Object[]) aliases(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "IMAP|NO [ALERT] Application-specific password required: https://support.google.com/x (Failure)|Certain",
                "IMAP|no [alert] application-specific PASSWORD required|Certain",
                "IMAP|* NO [WEBALERT https://accounts.google.com/x] Web login required.\\nNO [AUTHENTICATIONFAILED] no|Certain",
                "IMAP|NO [ALERT] Too many simultaneous connections. (Failure)\\n* BYE LOGOUT Requested|Limit",
                "IMAP|NO [UNAVAILABLE] Temporary authentication failure.|Transient",
                "IMAP|NO Temporary server problem, please try again later|Transient",
                "IMAP|NO [AUTHENTICATIONFAILED] Authentication failed.\\n* BYE disconnecting|Doubtful",
                "IMAP|NO [ALERT] Something that nobody has seen|NotTheCredential",
                "IMAP|+ abcdefgh\\nNO [AUTHENTICATIONFAILED] Authentication failed.|Doubtful",
                "IMAP|NO [X-NEW-CODE] Login is not for you|NotTheCredential",
                "IMAP|* BYE Autologout|Transient",
                "IMAP|BAD Error in IMAP command LOGIN|NotTheCredential",
                "IMAP|NO Niepoprawny login lub haslo.|Doubtful",
                "SMTP|535-5.7.8 Username and Password not\\n535 5.7.8 accepted|Doubtful",
                "SMTP|534-5.7.9 Application-specific password\\n534 5.7.9 required. ID - gsmtp|Certain",
                "SMTP|554 5.7.1 Nothing that we know|NotTheCredential",
                "SMTP|421-4.7.0 Try again later, closing connection. (AUTH)|Limit",
                "SMTP|535 Authentication failed|Doubtful",
                "SMTP|454 4.7.0 Temporary authentication failure|Transient",
            })
    void readsByRuleWhatWasNeverCollected(MailProtocol protocol, String line, String expected) {
        assertThat(classify(protocol, line).getClass().getSimpleName()).isEqualTo(expected);
    }

    /// What Google did to plain passwords in 2022 may happen to app passwords one day, and then without a sentence.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "IMAP|* CAPABILITY AUTH=OAUTHBEARER AUTH=XOAUTH2 ID IMAP4REV1 LOGINDISABLED SASL-IR",
                "SMTP|250-smtp.gmail.com at your service\\n250-SIZE 35882577\\n250 AUTH XOAUTH2 OAUTHBEARER",
            })
    void readsFromTheOfferThatPasswordsAreNoLongerTaken(MailProtocol protocol, String line) {
        assertThat(classify(protocol, line))
                .isInstanceOfSatisfying(
                        Verdict.Certain.class,
                        certain -> assertThat(certain.reason()).isEqualTo(AuthFailureReason.METHOD_DISABLED));
    }

    @Test
    void givesTheLinkThatTheServerNamed() {
        // When
        Verdict verdict = classify(
                MailProtocol.IMAP,
                "* NO [WEBALERT https://accounts.google.com/signin/continue?sarp=1&plt=T] Web login required.\\n"
                        + "NO [ALERT] Please log in via your web browser: https://support.google.com/mail/78754 (Failure)");

        // Then
        assertThat(verdict).isInstanceOfSatisfying(Verdict.Certain.class, certain -> {
            assertThat(certain.reason()).isEqualTo(AuthFailureReason.WEB_LOGIN_REQUIRED);
            assertThat(certain.helpUrl())
                    .isEqualTo(URI.create("https://accounts.google.com/signin/continue?sarp=1&plt=T"));
            assertThat(certain.remedies())
                    .containsExactly(Remedy.SIGN_IN_ON_THE_WEB, Remedy.APP_PASSWORD, Remedy.VERSION_3);
        });
    }

    @Test
    void keepsTheServersWordsButNoControlCharactersAndNotForEver() {
        // Given
        String line = "NO [AUTHENTICATIONFAILED] \u001b[31mno\u0007 " + "x".repeat(1_900);

        // When
        Verdict verdict = classify(MailProtocol.IMAP, line);

        // Then
        assertThat(verdict.words()).startsWith("NO [AUTHENTICATIONFAILED]").hasSize(Verdict.MAX_WORDS);
        assertThat(verdict.words().chars()).noneMatch(Character::isISOControl);
    }

    @Test
    void neverGivesALinkThatIsNotHttps() {
        assertThat(classify(
                        MailProtocol.IMAP,
                        "NO [ALERT] Application-specific password required: http://evil/ javascript:x"))
                .isInstanceOfSatisfying(
                        Verdict.Certain.class,
                        certain -> assertThat(certain.helpUrl()).isNull());
    }

    private static Verdict classify(MailProtocol protocol, String line) {
        List<String> lines = Arrays.stream(line.split("\\\\n"))
                .map(part -> part.replaceFirst("^A1 ", ""))
                .toList();
        return Refusals.classify(new ServerRefusal(protocol, lines), MailProvider.GMAIL);
    }

    private static String nameOf(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Certain certain -> certain.reason().name();
            case Verdict.Doubtful doubtful -> doubtful.reason().name();
            case Verdict.Limit limit -> "LIMIT_" + limit.kind();
            case Verdict.NotTheCredential other -> other.kind().name();
            case Verdict.Transient _ -> "TRANSIENT";
            case Verdict.SessionExpired _ -> "SESSION_EXPIRED";
            case Verdict.TokenStale _ -> "TOKEN_STALE";
        };
    }

    private static String[] aliases(String collected) {
        return switch (collected) {
            case "AUTH_APP_PASSWORD_REQUIRED" -> new String[] {"APP_PASSWORD_REQUIRED"};
            case "AUTH_WEB_LOGIN_REQUIRED" -> new String[] {"WEB_LOGIN_REQUIRED"};
            case "AUTH_IMAP_DISABLED_USER" -> new String[] {"IMAP_DISABLED"};
            case "AUTH_IMAP_DISABLED_ADMIN" -> new String[] {"IMAP_DISABLED_BY_ADMIN"};
            case "AUTH_METHOD_DISABLED" -> new String[] {"METHOD_DISABLED"};
            case "AUTH_EXPIRED" -> new String[] {"PASSWORD_EXPIRED"};
            case "AUTH_CONTACT_ADMIN" -> new String[] {"CONTACT_ADMIN"};
            case "AUTH_INVALID" -> new String[] {"CREDENTIALS_REFUSED"};
            case "AUTH_DOUBTFUL", "AUTH_SUSPECT" -> new String[] {"UNEXPLAINED"};
            case "OAUTH_CHALLENGE_401" -> new String[] {"OAUTH_CONSENT_LOST"};
            case "OAUTH_CHALLENGE_400", "OAUTH_TOKEN_INVALID" -> new String[] {"TOKEN_STALE"};
            case "PROTOCOL_ERROR" -> new String[] {"PROTOCOL"};
            case "LIMIT_SEND" -> new String[] {"LIMIT_SENDING"};
            default -> new String[] {collected};
        };
    }

    static Stream<Arguments> collectedRefusals() throws IOException {
        try (InputStream file = Objects.requireNonNull(
                        RefusalsTest.class.getResourceAsStream("/refusal/gmail-auth-cases.tsv"));
                var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines
                    .lines()
                    .skip(1)
                    .map(line -> line.split("\t"))
                    // POP3 is not spoken here, but the sentence is the same.
                    .map(cells -> arguments(
                            cells[2], cells[0].equals("SMTP") ? MailProtocol.SMTP : MailProtocol.IMAP, cells[3]))
                    .toList()
                    .stream();
        }
    }
}
