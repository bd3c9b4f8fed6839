package pl.odzew.allegro.authorization.oauth;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriBuilder;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import pl.odzew.allegro.authorization.Allegro;
import pl.odzew.allegro.authorization.AllegroUserId;
import pl.odzew.allegro.authorization.DeviceAnswer;
import pl.odzew.allegro.authorization.LinkRequest;
import pl.odzew.allegro.authorization.Login;
import pl.odzew.allegro.authorization.Pkce;
import pl.odzew.allegro.authorization.Profile;
import pl.odzew.allegro.authorization.Secret;
import pl.odzew.allegro.authorization.TokenAnswer;
import pl.odzew.allegro.authorization.TokenPair;
import pl.odzew.allegro.client.AllegroException;
import pl.odzew.allegro.client.RequestBudget;
import pl.odzew.allegro.client.Urgency;
import pl.odzew.allegro.client.rest.AllegroConfig;
import pl.odzew.allegro.client.rest.ConnectionFailures;
import pl.odzew.events.MailAddress;

/// [Allegro] as it is reached over HTTP.
@ApplicationScoped
class AllegroOverHttp implements Allegro {

    private static final String DEVICE_GRANT = "urn:ietf:params:oauth:grant-type:device_code";

    /// The seller said no, took too long, or the code is none (#11017).
    private static final List<String> DEVICE_REFUSALS =
            List.of("access_denied:", "expired_token:", "invalid_request: Invalid device code");

    private static final Logger LOG = Logger.getLogger(AllegroOverHttp.class);

    private final AllegroConfig config;
    private final TokenApi tokens;
    private final ProfileApi profiles;
    private final RequestBudget budget;
    private final Clock clock;

    AllegroOverHttp(
            AllegroConfig config,
            @RestClient TokenApi tokens,
            @RestClient ProfileApi profiles,
            RequestBudget budget,
            Clock clock) {
        this.config = config;
        this.tokens = tokens;
        this.profiles = profiles;
        this.budget = budget;
        this.clock = clock;
    }

    @Override
    public String authorizationUrl(LinkRequest request) {
        return UriBuilder.fromUri(config.oauthUrl())
                .path("authorize")
                .queryParam("response_type", "code")
                .queryParam("client_id", config.clientId())
                .queryParam("redirect_uri", config.redirectUri())
                .queryParam("state", request.state().value())
                // The login is shown for confirmation even where the seller consented before.
                .queryParam("prompt", "confirm")
                .queryParam("code_challenge_method", "S256")
                .queryParam("code_challenge", Pkce.challenge(request.verifier()))
                .build()
                .toString();
    }

    @Override
    public CompletionStage<TokenAnswer> exchange(String code, Secret verifier) {
        return answer(() -> tokens.exchange(
                        "authorization_code", code, config.redirectUri().toString(), verifier.reveal()))
                .subscribeAsCompletionStage();
    }

    @Override
    public CompletionStage<DeviceAnswer> device() {
        return permitted(() -> tokens.device(config.clientId()))
                .<DeviceAnswer>map(this::begun)
                .onFailure()
                .transform(ConnectionFailures::classified)
                .onFailure(AllegroException.class)
                .recoverWithItem(failure -> new DeviceAnswer.Unavailable(String.valueOf(failure.getMessage())))
                .subscribeAsCompletionStage();
    }

    private DeviceAnswer begun(TokenApi.DeviceWire wire) {
        return new DeviceAnswer.Begun(
                new Secret(wire.deviceCode()),
                wire.userCode(),
                wire.verificationUri(),
                wire.verificationUriComplete() == null ? wire.verificationUri() : wire.verificationUriComplete(),
                Duration.ofSeconds(wire.interval()),
                clock.instant().plusSeconds(wire.expiresIn()));
    }

    @Override
    public CompletionStage<TokenAnswer> byDevice(Secret deviceCode) {
        return answer(() -> tokens.byDevice(DEVICE_GRANT, deviceCode.reveal())).subscribeAsCompletionStage();
    }

    @Override
    public CompletionStage<TokenAnswer> refresh(Secret refreshToken) {
        return answer(() -> tokens.refresh("refresh_token", refreshToken.reveal()))
                .subscribeAsCompletionStage();
    }

    @Override
    public CompletionStage<Profile> profile(Secret accessToken) {
        String bearer = "Bearer " + accessToken.reveal();
        return Uni.combine()
                .all()
                .unis(permitted(() -> profiles.me(bearer)), permitted(() -> profiles.additionalEmails(bearer)))
                .with((me, emails) ->
                        new Profile(new AllegroUserId(me.id()), new Login(me.login()), addresses(emails.emails())))
                .onFailure()
                .transform(ConnectionFailures::classified)
                .subscribeAsCompletionStage();
    }

    /// Allegro counts these with all other requests of the client id.
    private <T> Uni<T> permitted(Supplier<Uni<T>> call) {
        return Uni.createFrom()
                .completionStage(() -> budget.permit(Urgency.REPLY))
                .chain(() -> call.get());
    }

    private Uni<TokenAnswer> answer(Supplier<Uni<TokenApi.TokenWire>> call) {
        return permitted(call)
                .<TokenAnswer>map(this::issued)
                .onFailure()
                .transform(ConnectionFailures::classified)
                .onFailure(AllegroException.class)
                .recoverWithItem(failure -> switch ((AllegroException) failure) {
                    case AllegroException.Permanent refused -> refused(refused);
                    case AllegroException.Transient passing ->
                        switch (passing.code()) {
                            case NOT_YET -> new TokenAnswer.NotYet(false);
                            case TOO_OFTEN -> new TokenAnswer.NotYet(true);
                            case UNREACHABLE, TOO_MANY_REQUESTS, NO_ANSWER, SERVER_ERROR ->
                                new TokenAnswer.Unavailable(passing.code().name());
                        };
                });
    }

    /// Anything but a refused grant says nothing about the seller's consent: wrong credentials of the
    /// application, say, or a firewall's 403. Taken for a lost consent, all sellers would have to link again.
    private static TokenAnswer refused(AllegroException.Permanent refusal) {
        if (refusal.code() == AllegroException.Permanent.Code.GRANT_REFUSED
                || DEVICE_REFUSALS.stream().anyMatch(refusal.serverWords()::startsWith)) {
            return new TokenAnswer.Refused(refusal.serverWords());
        }
        LOG.warnf("Allegro's token endpoint refuses the application: %s", refusal.serverWords());
        return new TokenAnswer.Unavailable(refusal.code().name());
    }

    private TokenAnswer issued(TokenApi.TokenWire wire) {
        if (wire.refreshToken() == null) {
            return new TokenAnswer.Unavailable("no refresh token was issued");
        }
        return new TokenAnswer.Issued(new TokenPair(
                new Secret(wire.accessToken()),
                new Secret(wire.refreshToken()),
                clock.instant().plusSeconds(wire.expiresIn())));
    }

    private static List<MailAddress> addresses(List<ProfileApi.EmailWire> emails) {
        return emails.stream()
                .map(ProfileApi.EmailWire::email)
                .filter(Objects::nonNull)
                .flatMap(AllegroOverHttp::address)
                .toList();
    }

    /// An address that is none of ours to judge is left out: linking must not fail by it.
    private static Stream<MailAddress> address(String text) {
        try {
            return Stream.of(new MailAddress(text));
        } catch (IllegalArgumentException e) {
            return Stream.empty();
        }
    }
}
