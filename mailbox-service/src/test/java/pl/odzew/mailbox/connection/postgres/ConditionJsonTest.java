package pl.odzew.mailbox.connection.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pl.odzew.events.mailbox.v1.AuthFailure;
import pl.odzew.events.mailbox.v1.AuthFailureReason;
import pl.odzew.events.mailbox.v1.MailProtocol;
import pl.odzew.events.mailbox.v1.Remedy;
import pl.odzew.mailbox.connection.Condition;
import pl.odzew.mailbox.refusal.Suspicion;

class ConditionJsonTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00.123456Z");
    private static final AuthFailure FAILURE = new AuthFailure(
            AuthFailureReason.WEB_LOGIN_REQUIRED,
            MailProtocol.IMAP,
            "NO [ALERT] Zaloguj się",
            URI.create("https://accounts.google.com/x"),
            NOON,
            List.of(Remedy.SIGN_IN_ON_THE_WEB, Remedy.VERSION_3));

    @ParameterizedTest
    @MethodSource("conditions")
    void comesBackAsItWas(Condition condition) {
        assertThat(ConditionJson.read(ConditionJson.write(condition))).isEqualTo(condition);
    }

    @Test
    void isStoredUnderANameThatDoesNotChangeWithTheCode() {
        assertThat(ConditionJson.write(new Condition.Ok(NOON, null)))
                .isEqualTo("{\"is\":\"OK\",\"since\":\"2026-11-23T12:00:00.123456Z\"}");
    }

    static Stream<Condition> conditions() {
        var suspect = new Condition.Suspect(NOON, new Suspicion(FAILURE, 2, NOON), null, NOON);
        return Stream.of(
                new Condition.Ok(NOON, NOON),
                suspect,
                new Condition.AuthFailed(NOON, FAILURE, 3, NOON),
                new Condition.Unreachable(NOON, "no route", NOON),
                new Condition.Probing(NOON, suspect),
                new Condition.Paused(NOON));
    }
}
