package pl.odzew.allegro.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import pl.odzew.allegro.authorization.Login;
import pl.odzew.events.message.v1.ThreadKind;

class ThreadSummaryTest {

    private static final Login BARTEK = new Login("Bartek_Shop");

    @Test
    void isBetweenOthersWhenTheSellerHasTakenANewLogin() {
        assertThat(between("jan", "bartek-shop-2").isBetweenOthers(BARTEK)).isTrue();
    }

    @Test
    void isTheSellersHoweverHisLoginIsWrittenAndWhoeverIsLeft() {
        assertThat(between("jan", "bartek_shop").isBetweenOthers(BARTEK)).isFalse();
        assertThat(between("jan").isBetweenOthers(BARTEK)).isFalse();
        assertThat(between().isBetweenOthers(BARTEK)).isFalse();
    }

    private static ThreadSummary between(String... logins) {
        return new ThreadSummary(
                new ThreadId("thread"),
                ThreadKind.CONVERSATION,
                Instant.parse("2026-11-23T12:00:00Z"),
                Arrays.stream(logins).map(Login::new).toList(),
                true);
    }
}
