package pl.odzew.allegro.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import pl.odzew.allegro.Ticking;
import pl.odzew.events.AccountId;

class TooManyTest {

    private final Ticking clock = new Ticking(Instant.parse("2026-11-23T12:00:00Z"));
    private final TooMany tooMany = new TooMany(clock);
    private final AccountId bartek = AccountId.random();

    @Test
    void oneSellerWhoIsRefusedAgainAndAgainConcernsHimAlone() {
        for (int i = 0; i < 5; i++) {
            assertThat(tooMany.concernsAll(bartek)).isFalse();
        }
    }

    @Test
    void case37SeveralSellersRefusedTogetherMeanTheClientId() {
        tooMany.concernsAll(bartek);
        clock.goOn(Duration.ofSeconds(9));

        assertThat(tooMany.concernsAll(AccountId.random())).isTrue();
    }

    @Test
    void twoSellersRefusedAtDifferentTimesAreTwoTroubles() {
        tooMany.concernsAll(bartek);
        clock.goOn(Duration.ofSeconds(11));

        assertThat(tooMany.concernsAll(AccountId.random())).isFalse();
    }
}
