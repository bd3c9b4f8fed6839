package pl.odzew.mailbox.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import pl.odzew.events.MailAddress;
import pl.odzew.events.mailbox.v1.MailProtocol;
import pl.odzew.mailbox.refusal.Classifier;
import pl.odzew.mailbox.refusal.ServerRefusal;
import pl.odzew.mailbox.watch.DrivenTime;

class AccessTokensTest {

    private static final Login STORED = new Login("anna@gmail.com", new Secret("1//refresh"), Login.Kind.REFRESH_TOKEN);
    private static final String REFUSED = "NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)";

    private final DrivenTime time = new DrivenTime();
    private final Google google = new Google();
    private final AccessTokens tokens = new AccessTokens(google, new Classifier(true), time);
    private final List<Login> shown = new ArrayList<>();
    private String answer = "in";

    @Test
    void showsAPasswordAsItIs() {
        // Given
        Login password = new Login("anna@gmail.com", new Secret("abcdefghijklmnop"));

        // Then
        assertThat(signIn(password)).isEqualTo("in");
        assertThat(shown).containsExactly(password);
        assertThat(google.renewals).isZero();
    }

    @Test
    void keepsATokenUntilShortlyBeforeItsEnd() {
        // When
        signIn(STORED);
        time.pass(Duration.ofMinutes(58));
        signIn(STORED);

        // Then
        assertThat(google.renewals).isEqualTo(1);

        // When
        time.pass(Duration.ofMinutes(2));
        signIn(STORED);

        // Then
        assertThat(google.renewals).isEqualTo(2);
        assertThat(shown)
                .extracting(login -> login.password().reveal())
                .containsExactly("token-1", "token-1", "token-2");
        assertThat(shown).allMatch(login -> login.kind() == Login.Kind.ACCESS_TOKEN);
    }

    @Test
    void renewsARefusedTokenOnceBeforeAnythingIsConcluded() {
        // Given
        signIn(STORED);
        answer = REFUSED;

        // When
        String end = signIn(STORED);

        // Then
        assertThat(end).isEqualTo(REFUSED);
        assertThat(google.renewals).isEqualTo(2);
        assertThat(shown)
                .extracting(login -> login.password().reveal())
                .containsExactly("token-1", "token-1", "token-2");
    }

    @Test
    void asksNoMoreOftenWhenAFreshTokenIsRefused() {
        // Given
        answer = REFUSED;

        // Then
        assertThat(signIn(STORED)).isEqualTo(REFUSED);
        assertThat(shown).hasSize(1);
    }

    @Test
    void doesNotRenewForAThrottle() {
        // Given
        signIn(STORED);
        answer = "NO [ALERT] Too many simultaneous connections. (Failure)";

        // When
        signIn(STORED);

        // Then
        assertThat(google.renewals).isEqualTo(1);
    }

    @Test
    void tellsThatTheConsentIsLostAndAsksNoMailServer() {
        // Given
        google.lost = true;

        // Then
        assertThat(signIn(STORED)).isEqualTo("invalid_grant Token has been expired or revoked.");
        assertThat(shown).isEmpty();
    }

    private String signIn(Login login) {
        return tokens.signIn(
                        login,
                        shownNow -> {
                            shown.add(shownNow);
                            return CompletableFuture.completedFuture(answer);
                        },
                        new Ends())
                .toCompletableFuture()
                .join();
    }

    private static final class Ends implements AccessTokens.Ends<String> {
        @Override
        public Optional<ServerRefusal> refusal(String end) {
            return end.equals("in")
                    ? Optional.empty()
                    : Optional.of(new ServerRefusal(MailProtocol.IMAP, List.of(end)));
        }

        @Override
        public String refused(String words) {
            return words;
        }

        @Override
        public String unreachable(String what) {
            return what;
        }
    }

    private final class Google implements GoogleSignIn {

        private int renewals;
        private boolean lost;

        @Override
        public boolean isOffered() {
            return true;
        }

        @Override
        public URI authorization(String state, Secret verifier, @Nullable MailAddress hint) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletionStage<Exchange> exchange(String code, Secret verifier) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletionStage<Refreshing> refresh(Secret refreshToken) {
            return CompletableFuture.completedFuture(
                    lost
                            ? new Refreshing.ConsentLost("invalid_grant Token has been expired or revoked.")
                            : new Refreshing.Fresh(
                                    new Secret("token-" + ++renewals),
                                    time.instant().plus(Duration.ofMinutes(60))));
        }
    }
}
