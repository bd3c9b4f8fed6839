package pl.odzew.mailbox.connection.google;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pl.odzew.events.MailAddress;
import pl.odzew.mailbox.connection.GoogleSignIn.Exchange;
import pl.odzew.mailbox.connection.GoogleSignIn.Refreshing;
import pl.odzew.mailbox.connection.Secret;

class HttpGoogleSignInTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Secret VERIFIER = new Secret("a-verifier-that-nobody-guesses");
    private static final MailAddress ANNA = new MailAddress("anna@gmail.com");

    private final GoogleStandIn google = GoogleStandIn.start(0, (_, _) -> {});
    private final HttpGoogleSignIn signIn = signIn(Optional.of(GoogleStandIn.CLIENT));

    @AfterEach
    void stop() {
        google.close();
    }

    @Test
    void isOffByDefault() {
        assertThat(signIn(Optional.empty()).isOffered()).isFalse();
        assertThat(signIn.isOffered()).isTrue();
    }

    @Test
    void asksForMailAndALastingConsentAndShowsNoVerifier() {
        // When
        Map<String, String> asked = GoogleStandIn.query(signIn.authorization("state-1", VERIFIER, ANNA));

        // Then
        assertThat(asked)
                .containsEntry("scope", "openid email https://mail.google.com/")
                .containsEntry("access_type", "offline")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("state", "state-1")
                .containsEntry("login_hint", "anna@gmail.com")
                .containsEntry("redirect_uri", "https://portal.example/google");
        assertThat(asked.values()).noneMatch(value -> value.contains(VERIFIER.reveal()));
    }

    @Test
    void takesAConsentOnceAndRenewsTokensFromThenOn() {
        // Given
        String code = google.agree(signIn.authorization("s", VERIFIER, null), "anna@gmail.com");

        // When
        Exchange exchange = exchange(code, VERIFIER);

        // Then
        assertThat(exchange).isInstanceOfSatisfying(Exchange.Granted.class, granted -> {
            assertThat(granted.address()).isEqualTo(ANNA);
            assertThat(granted.toString()).doesNotContain(granted.refreshToken().reveal());
            assertThat(refresh(granted.refreshToken()))
                    .isInstanceOfSatisfying(
                            Refreshing.Fresh.class,
                            fresh -> assertThat(fresh.until()).isEqualTo(NOON.plusSeconds(3_599)));
        });
        assertThat(exchange(code, VERIFIER)).isInstanceOf(Exchange.NotGranted.class);
    }

    @Test
    void takesNoCodeWithoutItsVerifier() {
        // Given
        String code = google.agree(signIn.authorization("s", VERIFIER, null), "anna@gmail.com");

        // Then
        assertThat(exchange(code, new Secret("another"))).isInstanceOf(Exchange.NotGranted.class);
    }

    @Test
    void takesNoConsentWithoutMail() {
        // Given
        String code = google.agree(signIn.authorization("s", VERIFIER, null), "anna@gmail.com", "openid email");

        // Then
        assertThat(exchange(code, VERIFIER)).isEqualTo(new Exchange.NotGranted("access to mail was not granted"));
    }

    @Test
    void tellsALostConsentFromAnEndpointThatIsAway() {
        // Given
        String code = google.agree(signIn.authorization("s", VERIFIER, null), "anna@gmail.com");
        Secret token = ((Exchange.Granted) exchange(code, VERIFIER)).refreshToken();

        // When
        google.beDown(true);

        // Then
        assertThat(refresh(token)).isInstanceOf(Refreshing.Unavailable.class);

        // When
        google.beDown(false);
        google.revokeAll();

        // Then
        assertThat(refresh(token))
                .isEqualTo(new Refreshing.ConsentLost("invalid_grant Token has been expired or revoked."));

        // When
        google.close();

        // Then
        assertThat(refresh(token)).isInstanceOf(Refreshing.Unavailable.class);
    }

    /// The operator's mistake is nothing that a seller could mend.
    @Test
    void takesAnUnknownClientForTroubleOfOurOwn() {
        assertThat(signIn(Optional.of("stranger"))
                        .refresh(new Secret("1//refresh"))
                        .toCompletableFuture()
                        .join())
                .isInstanceOf(Refreshing.Unavailable.class);
    }

    private Exchange exchange(String code, Secret verifier) {
        return signIn.exchange(code, verifier).toCompletableFuture().join();
    }

    private Refreshing refresh(Secret token) {
        return signIn.refresh(token).toCompletableFuture().join();
    }

    private HttpGoogleSignIn signIn(Optional<String> client) {
        return new HttpGoogleSignIn(new Config(client, google.tokenUrl()), Clock.fixed(NOON, ZoneOffset.UTC));
    }

    private record Config(Optional<String> clientId, URI tokenUrl) implements GoogleConfig {
        @Override
        public Optional<String> clientSecret() {
            return Optional.of("client-secret");
        }

        @Override
        public Optional<URI> redirectUri() {
            return Optional.of(URI.create("https://portal.example/google"));
        }

        @Override
        public URI authorizationUrl() {
            return URI.create("https://accounts.google.com/o/oauth2/v2/auth");
        }

        @Override
        public Duration timeout() {
            return Duration.ofSeconds(5);
        }
    }
}
