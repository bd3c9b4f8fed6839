package pl.odzew.mailbox.connection.google;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.MailAddress;
import pl.odzew.mailbox.connection.GoogleSignIn;
import pl.odzew.mailbox.connection.Secret;

/// Google's authorization and token endpoints (RFC 6749, RFC 7636), asked over HTTPS.
@ApplicationScoped
public class HttpGoogleSignIn implements GoogleSignIn {

    /// IMAP and SMTP need this one, and no narrower one does.
    private static final String MAIL = "https://mail.google.com/";

    private static final int OK = 200;
    private static final int SERVER_ERROR = 500;
    private static final int LONGEST_WORDS = 300;

    private final GoogleConfig config;
    private final Clock clock;
    private final HttpClient http;
    private final ObjectMapper json = new ObjectMapper();

    public HttpGoogleSignIn(GoogleConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
        this.http = HttpClient.newBuilder().connectTimeout(config.timeout()).build();
    }

    @Override
    public boolean isOffered() {
        return config.clientId().isPresent() && config.redirectUri().isPresent();
    }

    @Override
    public URI authorization(String state, Secret verifier, @Nullable MailAddress hint) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", clientId());
        query.put("redirect_uri", redirectUri());
        query.put("scope", "openid email " + MAIL);
        query.put("state", state);
        query.put("code_challenge", challenge(verifier));
        query.put("code_challenge_method", "S256");
        // A refresh token is given with the first consent only, unless it is asked for anew.
        query.put("access_type", "offline");
        query.put("prompt", "consent");
        if (hint != null) {
            query.put("login_hint", hint.value());
        }
        return URI.create(config.authorizationUrl() + "?" + form(query));
    }

    @Override
    public CompletionStage<Exchange> exchange(String code, Secret verifier) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", redirectUri());
        form.put("code_verifier", verifier.reveal());
        return ask(form).thenApply(answer -> switch (answer) {
            case Answer.Tokens tokens -> granted(tokens.body());
            case Answer.Error error ->
                error.isOf("invalid_grant")
                        ? new Exchange.NotGranted(error.words())
                        : new Exchange.Unavailable(error.words());
            case Answer.None none -> new Exchange.Unavailable(none.what());
        });
    }

    @Override
    public CompletionStage<Refreshing> refresh(Secret refreshToken) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "refresh_token");
        form.put("refresh_token", refreshToken.reveal());
        return ask(form).thenApply(answer -> switch (answer) {
            case Answer.Tokens tokens ->
                new Refreshing.Fresh(
                        new Secret(tokens.body().path("access_token").asText()),
                        clock.instant()
                                .plusSeconds(tokens.body().path("expires_in").asLong(0)));
            case Answer.Error error ->
                error.isOf("invalid_grant")
                        ? new Refreshing.ConsentLost(error.words())
                        : new Refreshing.Unavailable(error.words());
            case Answer.None none -> new Refreshing.Unavailable(none.what());
        });
    }

    /// What the token endpoint says.
    private sealed interface Answer {

        record Tokens(JsonNode body) implements Answer {
            @Override
            public String toString() {
                return "Tokens[redacted]";
            }
        }

        /// @param code of RFC 6749 §5.2
        record Error(String code, String description) implements Answer {

            boolean isOf(String other) {
                return code.equals(other);
            }

            String words() {
                String words = (code + " " + description).strip();
                return words.length() <= LONGEST_WORDS ? words : words.substring(0, LONGEST_WORDS);
            }
        }

        record None(String what) implements Answer {}
    }

    private CompletionStage<Answer> ask(Map<String, String> form) {
        form.put("client_id", clientId());
        config.clientSecret().ifPresent(secret -> form.put("client_secret", secret));
        HttpRequest request = HttpRequest.newBuilder(config.tokenUrl())
                .timeout(config.timeout())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(form)))
                .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                .thenApply(this::answer)
                .exceptionally(failure -> {
                    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
                    return new Answer.None(
                            "Google's token endpoint: " + cause.getClass().getSimpleName());
                });
    }

    private Answer answer(HttpResponse<String> response) {
        if (response.statusCode() >= SERVER_ERROR) {
            return new Answer.None("Google's token endpoint answers " + response.statusCode());
        }
        try {
            JsonNode body = json.readTree(response.body());
            return response.statusCode() == OK && body.hasNonNull("access_token")
                    ? new Answer.Tokens(body)
                    : new Answer.Error(
                            body.path("error").asText("unknown"),
                            body.path("error_description").asText(""));
        } catch (JsonProcessingException e) {
            return new Answer.None("Google's token endpoint answers no JSON");
        }
    }

    /// A seller may untick what mail needs.
    private Exchange granted(JsonNode body) {
        String[] scopes = body.path("scope").asText().split(" ");
        if (Arrays.stream(scopes).noneMatch(MAIL::equals)) {
            return new Exchange.NotGranted("access to mail was not granted");
        }
        if (!body.hasNonNull("refresh_token")) {
            return new Exchange.NotGranted("Google gave no lasting consent");
        }
        return address(body.path("id_token").asText())
                .<Exchange>map(address -> new Exchange.Granted(
                        address, new Secret(body.path("refresh_token").asText())))
                .orElseGet(() -> new Exchange.NotGranted("Google did not say whose mailbox it is"));
    }

    /// The token came over TLS from Google itself, so its signature proves nothing more (OpenID Connect §3.1.3.7).
    private Optional<MailAddress> address(String idToken) {
        String[] parts = idToken.split("\\.");
        if (parts.length < 2) {
            return Optional.empty();
        }
        try {
            JsonNode claims = json.readTree(Base64.getUrlDecoder().decode(parts[1]));
            return claims.path("email_verified").asBoolean(false)
                    ? Optional.of(new MailAddress(claims.path("email").asText()))
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String challenge(Secret verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(verifier.reveal().getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String form(Map<String, String> values) {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private String clientId() {
        return config.clientId().orElseThrow(() -> new IllegalStateException("no client of Google's is configured"));
    }

    private String redirectUri() {
        return config.redirectUri()
                .map(URI::toString)
                .orElseThrow(() -> new IllegalStateException("no page is configured to come back to"));
    }
}
