package pl.odzew.allegro.marketplace;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pl.odzew.allegro.marketplace.Data.Grant;

/// Codes, access tokens and refresh tokens as Allegro hands them out.
///
/// A code lives ten seconds and serves once; a refresh token serves once and is replaced with each refresh.
final class OAuthServer {

    static final Set<String> ALL_SCOPES =
            Set.of("allegro:api:messaging", "allegro:api:disputes", "allegro:api:profile:read");

    private static final Duration DEVICE_LIFETIME = Duration.ofHours(1);
    private static final Duration CODE_LIFETIME = Duration.ofSeconds(10);
    private static final Duration REFRESH_TOKEN_LIFETIME = Duration.ofDays(90);

    private final Store store;
    private final Options options;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Code> codes = new ConcurrentHashMap<>();
    private final Map<String, DeviceCode> devices = new ConcurrentHashMap<>();

    private record Code(
            String login, String redirectUri, @Nullable String challenge, Instant expiresAt) {}

    /// What the token endpoint answers.
    sealed interface Outcome {
        record Issued(String accessToken, String refreshToken, long expiresIn, Set<String> scopes) implements Outcome {}

        record Refused(int status, String error, String description) implements Outcome {}
    }

    OAuthServer(Store store, Options options) {
        this.store = store;
        this.options = options;
        this.clock = options.clock();
    }

    /// The seller said yes: gives the code that goes back with the redirect.
    String consent(String login, String redirectUri, @Nullable String challenge) {
        String canonical = store.read(data -> data.seller(login).login);
        String code = randomToken();
        codes.put(
                code,
                new Code(canonical, redirectUri, challenge, clock.instant().plus(CODE_LIFETIME)));
        return code;
    }

    Outcome token(@Nullable String authorization, Map<String, String> form) {
        if (!isOurClient(authorization)) {
            return new Outcome.Refused(401, "invalid_client", "Bad client credentials");
        }
        return switch (form.getOrDefault("grant_type", "")) {
            case "authorization_code" -> byCode(form);
            case "urn:ietf:params:oauth:grant-type:device_code" -> byDevice(form.getOrDefault("device_code", ""));
            case "refresh_token" -> byRefreshToken(form.getOrDefault("refresh_token", ""));
            default -> new Outcome.Refused(400, "unsupported_grant_type", "Unsupported grant type");
        };
    }

    /// A device begins; the seller says yes with the user code, or no.
    DeviceCode device() {
        var code = new DeviceCode(
                randomToken(), randomToken().substring(0, 9), clock.instant().plus(DEVICE_LIFETIME));
        devices.put(code.deviceCode(), code);
        return code;
    }

    /// What the seller said at the page for devices.
    void device(String userCode, String login, boolean yes) {
        String canonical = store.read(data -> data.seller(login).login);
        devices.replaceAll((_, code) -> code.userCode().equals(userCode) ? code.answered(canonical, yes) : code);
    }

    /// @param login who said yes or no; absent until somebody has
    record DeviceCode(
            String deviceCode,
            String userCode,
            Instant expiresAt,
            @Nullable String login,
            boolean yes) {

        DeviceCode(String deviceCode, String userCode, Instant expiresAt) {
            this(deviceCode, userCode, expiresAt, null, false);
        }

        DeviceCode answered(String by, boolean answer) {
            return new DeviceCode(deviceCode, userCode, expiresAt, by, answer);
        }
    }

    private Outcome byDevice(String deviceCode) {
        DeviceCode code = devices.get(deviceCode);
        if (code == null) {
            return new Outcome.Refused(400, "invalid_request", "Invalid device code");
        }
        if (code.expiresAt().isBefore(clock.instant())) {
            return new Outcome.Refused(400, "expired_token", "Device code expired");
        }
        if (code.login() == null) {
            return new Outcome.Refused(400, "authorization_pending", "User has not authorized the device code yet.");
        }
        devices.remove(deviceCode);
        return code.yes() ? issue(code.login(), ALL_SCOPES) : new Outcome.Refused(400, "access_denied", "User denied");
    }

    /// Whose a bearer token is; empty for none, an unknown or an expired one.
    Optional<Grant> grant(@Nullable String authorization) {
        if (authorization == null || !authorization.startsWith("Bearer ")) {
            return Optional.empty();
        }
        String token = authorization.substring("Bearer ".length());
        return store.read(data -> Optional.ofNullable(data.accessTokens.get(token)))
                .filter(grant -> grant.expiresAt().isAfter(clock.instant()));
    }

    List<String> tokensOf(String login) {
        return store.read(data -> Stream.of(data.accessTokens, data.refreshTokens)
                .flatMap(tokens -> tokens.entrySet().stream())
                .filter(token -> token.getValue().login().equalsIgnoreCase(login))
                .map(Map.Entry::getKey)
                .toList());
    }

    /// The seller removes the application in his settings.
    void revoke(String login) {
        store.change(data -> data.accessTokens
                        .values()
                        .removeIf(grant -> grant.login().equalsIgnoreCase(login))
                | data.refreshTokens.values().removeIf(grant -> grant.login().equalsIgnoreCase(login)));
    }

    /// The access tokens run out at once; refresh tokens go on.
    void expireAccess(String login) {
        store.change(data ->
                data.accessTokens.values().removeIf(grant -> grant.login().equalsIgnoreCase(login)));
    }

    /// The consent no longer holds a scope, as for sellers who linked before it was asked for.
    void narrow(String login, Set<String> scopes) {
        store.change(data -> {
            data.accessTokens.replaceAll((_, grant) -> narrowed(grant, login, scopes));
            data.refreshTokens.replaceAll((_, grant) -> narrowed(grant, login, scopes));
            return true;
        });
    }

    private static Grant narrowed(Grant grant, String login, Set<String> scopes) {
        return grant.login().equalsIgnoreCase(login) ? new Grant(grant.login(), grant.expiresAt(), scopes) : grant;
    }

    private Outcome byCode(Map<String, String> form) {
        Code code = codes.remove(form.getOrDefault("code", ""));
        if (code == null
                || code.expiresAt().isBefore(clock.instant())
                || !code.redirectUri().equals(form.get("redirect_uri"))
                || !isProven(code, form.get("code_verifier"))) {
            return new Outcome.Refused(400, "invalid_grant", "Invalid authorization code");
        }
        return issue(code.login(), ALL_SCOPES);
    }

    private Outcome byRefreshToken(String refreshToken) {
        Grant grant = store.change(data -> data.refreshTokens.remove(refreshToken));
        if (grant == null) {
            return new Outcome.Refused(400, "invalid_grant", "Invalid refresh token: " + refreshToken);
        }
        if (grant.expiresAt().isBefore(clock.instant())) {
            return new Outcome.Refused(400, "invalid_token", "Invalid refresh token (expired): " + refreshToken);
        }
        return issue(grant.login(), grant.scopes());
    }

    private Outcome issue(String login, Set<String> scopes) {
        String access = randomToken();
        String refresh = randomToken();
        Instant now = clock.instant();
        store.change(data -> {
            data.accessTokens.put(access, new Grant(login, now.plus(options.accessTokenLifetime()), scopes));
            data.refreshTokens.put(refresh, new Grant(login, now.plus(REFRESH_TOKEN_LIFETIME), scopes));
            return true;
        });
        return new Outcome.Issued(access, refresh, options.accessTokenLifetime().toSeconds(), scopes);
    }

    private boolean isOurClient(@Nullable String authorization) {
        String expected = "Basic "
                + Base64.getEncoder()
                        .encodeToString(
                                (options.clientId() + ":" + options.clientSecret()).getBytes(StandardCharsets.UTF_8));
        return expected.equals(authorization);
    }

    private static boolean isProven(Code code, @Nullable String verifier) {
        if (code.challenge() == null) {
            return true;
        }
        return verifier != null && code.challenge().equals(s256(verifier));
    }

    private static String s256(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String randomToken() {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        return UUID.randomUUID().toString().substring(0, 8)
                + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
