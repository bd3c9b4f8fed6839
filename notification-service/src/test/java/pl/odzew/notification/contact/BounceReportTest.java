package pl.odzew.notification.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pl.odzew.events.MailAddress;

class BounceReportTest {

    private static final String REPORT = """
            From: MAILER-DAEMON@mail.example\r
            Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r
            \r
            --b\r
            Content-Type: message/delivery-status\r
            \r
            Reporting-MTA: dns; mail.example\r
            \r
            Final-Recipient: rfc822; anna@sklep.example\r
            Action: %s\r
            Status: %s\r
            Diagnostic-Code: smtp; 550 no such user\r
            \r
            Final-Recipient: rfc822; biuro@sklep.example\r
            Action: delivered\r
            Status: 2.0.0\r
            \r
            --b--\r
            """;

    static Stream<Arguments> reports() {
        return Stream.of(
                Arguments.of("no such user", "failed", "5.1.1", true),
                Arguments.of("mailbox disabled", "failed", "5.2.1", true),
                Arguments.of("mailbox full", "failed", "5.2.2", false),
                Arguments.of("our own reputation", "failed", "5.7.1", false),
                Arguments.of("delayed", "delayed", "4.4.1", false),
                Arguments.of("delayed, with a word of failure", "delayed", "5.1.1", false));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reports")
    void onlyAnAddressThatIsDeadIsTold(String name, String action, String status, boolean dead) {
        // When
        var addresses = BounceReport.deadAddresses(REPORT.formatted(action, status));

        // Then
        if (dead) {
            assertThat(addresses).as(name).containsExactly(new MailAddress("anna@sklep.example"));
        } else {
            assertThat(addresses).as(name).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void anythingElseTellsNothing(String text) {
        // Then
        assertThat(BounceReport.deadAddresses(text)).isEmpty();
    }

    static Stream<String> nonsense() {
        return Stream.of("", "Action: failed", "Final-Recipient: rfc822; nobody\nAction: failed\nStatus: 5.1.1");
    }
}
