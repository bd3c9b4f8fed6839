package pl.odzew.allegro.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import pl.odzew.events.MailAddress;
import pl.odzew.events.SellerId;
import pl.odzew.events.account.v1.AccountAuthFailed;
import pl.odzew.events.account.v1.AccountAuthFailureReason;
import pl.odzew.events.account.v1.AccountLinked;
import pl.odzew.events.account.v1.AccountRecovered;
import pl.odzew.events.account.v1.AccountStatus;

class LinkedAccountTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final AccountFailure LOST =
            new AccountFailure(AccountAuthFailureReason.CONSENT_LOST, "invalid_grant");

    private final Profile profile =
            new Profile(new AllegroUserId("1"), new Login("bartek"), List.of(new MailAddress("b@sklep.example")));

    @Test
    void oneTroubleIsOneEvent() {
        // Given
        LinkedAccount linked =
                LinkedAccount.linked(new SellerId("b"), profile, NOW).account();

        // When
        LinkedAccount.Change failed = linked.failed(LOST, NOW.plusSeconds(1)).orElseThrow();

        // Then
        assertThat(failed.event()).isInstanceOf(AccountAuthFailed.class);
        assertThat(failed.account().version()).isEqualTo(2);
        assertThat(failed.account().failed(LOST, NOW.plusSeconds(2))).isEmpty();
    }

    @Test
    void linkingAgainRecoversWhatFailedAndMakesBacklogOfTheTimeBetween() {
        // Given
        LinkedAccount failed = LinkedAccount.linked(new SellerId("b"), profile, NOW)
                .account()
                .failed(LOST, NOW.plusSeconds(1))
                .orElseThrow()
                .account();

        // When
        LinkedAccount.Change again = failed.linkedAgain(profile, NOW.plusSeconds(60));

        // Then
        assertThat(again.event()).isEqualTo(new AccountRecovered(again.event().account(), NOW.plusSeconds(1)));
        assertThat(again.account().id()).isEqualTo(failed.id());
        assertThat(again.account().status()).isEqualTo(AccountStatus.LINKED);
        assertThat(again.account().linkedAt()).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void linkingAgainWithoutTroubleChangesWhatIsNewAlone() {
        // Given
        LinkedAccount linked =
                LinkedAccount.linked(new SellerId("b"), profile, NOW).account();
        var renamed = new Profile(new AllegroUserId("1"), new Login("bartek-sklep"), List.of());

        // When
        LinkedAccount.Change again = linked.linkedAgain(renamed, NOW.plusSeconds(60));

        // Then
        assertThat(again.event()).isInstanceOf(AccountLinked.class);
        assertThat(again.account().login().value()).isEqualTo("bartek-sklep");
        assertThat(again.account().linkedAt()).isEqualTo(NOW);
    }

    @Test
    void accessTokenIsRefreshedAheadOfItsEnd() {
        // Given
        var access = new Secret("a");
        var tokens = new TokenPair(access, new Secret("r"), NOW.plus(Duration.ofHours(12)));
        Duration ahead = Duration.ofMinutes(30);

        // Then
        assertThat(TokenState.of(tokens, NOW, ahead)).isEqualTo(new TokenState.Fresh(access));
        assertThat(TokenState.of(tokens, NOW.plus(Duration.ofMinutes(11 * 60 + 30)), ahead))
                .isEqualTo(new TokenState.Ageing(access));
        assertThat(TokenState.of(tokens, NOW.plus(Duration.ofHours(12)), ahead)).isEqualTo(new TokenState.RunOut());
        assertThat(tokens.toString()).contains("redacted").doesNotContain("a,");
    }

    @Test
    void challengeIsThatOfTheRfc() {
        // RFC 7636, appendix B.
        assertThat(Pkce.challenge(new Secret("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")))
                .isEqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    }
}
