package pl.odzew.allegro.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TokenDoubtTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void case38FirstRefusalIsAnsweredByARefreshAndTheNextOneNot() {
        // When
        TokenDoubt once = refreshed(TokenDoubt.none(), NOW);

        // Then
        assertThat(once.refused(NOW.plusSeconds(1))).isEqualTo(new TokenDoubt.Answer.Wait());
        assertThat(once.refused(NOW.plus(Duration.ofMinutes(14)))).isEqualTo(new TokenDoubt.Answer.Wait());
    }

    @Test
    void refusedForAnHourAlthoughRefreshingWorksIsALostConsent() {
        // Given
        TokenDoubt once = refreshed(TokenDoubt.none(), NOW);
        TokenDoubt twice = refreshed(once, NOW.plus(Duration.ofMinutes(15)));
        TokenDoubt thrice = refreshed(twice, NOW.plus(Duration.ofMinutes(60)));

        // Then
        assertThat(twice.refused(NOW.plus(Duration.ofMinutes(59)))).isEqualTo(new TokenDoubt.Answer.Wait());
        assertThat(thrice.refused(NOW.plus(Duration.ofMinutes(105)))).isEqualTo(new TokenDoubt.Answer.Lost());
    }

    @Test
    void refusalOfAnotherDayBeginsAnew() {
        // Given
        TokenDoubt once = refreshed(TokenDoubt.none(), NOW);

        // When
        TokenDoubt tomorrow = refreshed(once, NOW.plus(Duration.ofDays(1)));

        // Then
        assertThat(tomorrow.refusals()).isEqualTo(1);
    }

    private static TokenDoubt refreshed(TokenDoubt doubt, Instant at) {
        TokenDoubt.Answer answer = doubt.refused(at);
        assertThat(answer).isInstanceOf(TokenDoubt.Answer.Refresh.class);
        return ((TokenDoubt.Answer.Refresh) answer).doubt();
    }
}
