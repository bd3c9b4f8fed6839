package pl.odzew.mailbox.connection.google;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/// Google's token endpoint, with sellers who agree or take their consent back.
public final class GoogleStandIn implements AutoCloseable {

    public static final String CLIENT = "odzew-test";
    public static final String MAIL = "https://mail.google.com/";

    private record Consent(String address, String scope, String challenge) {}

    private final HttpServer server;
    private final Map<String, Consent> codes = new ConcurrentHashMap<>();
    private final Map<String, String> addressByRefreshToken = new ConcurrentHashMap<>();
    private final List<Map<String, String>> asked = new CopyOnWriteArrayList<>();
    private final BiConsumer<String, String> whenIssued;
    private volatile boolean down;
    private int issued;

    private GoogleStandIn(int port, BiConsumer<String, String> whenIssued) {
        this.whenIssued = whenIssued;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/token", this::answer);
        server.start();
    }

    /// @param port 0 for any that is free
    /// @param whenIssued hears each access token, after the address that it is for
    public static GoogleStandIn start(int port, BiConsumer<String, String> whenIssued) {
        return new GoogleStandIn(port, whenIssued);
    }

    public URI tokenUrl() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/token");
    }

    /// The seller agrees on the page to which he was sent; gives the code that comes back with him.
    public String agree(URI authorizationUrl, String address) {
        return agree(authorizationUrl, address, "openid email " + MAIL);
    }

    /// He agrees to these alone.
    public String agree(URI authorizationUrl, String address, String scope) {
        String code = "code-" + codes.size();
        codes.put(code, new Consent(address, scope, query(authorizationUrl).get("code_challenge")));
        return code;
    }

    /// What was asked for with the authorization's URL.
    public static Map<String, String> query(URI url) {
        return form(url.getRawQuery());
    }

    /// Every consent is taken back.
    public void revokeAll() {
        addressByRefreshToken.clear();
    }

    public void beDown(boolean nowDown) {
        down = nowDown;
    }

    /// What the endpoint was asked, oldest first.
    public List<Map<String, String>> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        Map<String, String> form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        asked.add(form);
        if (down) {
            say(exchange, 503, "{}");
        } else if (!CLIENT.equals(form.get("client_id"))) {
            say(exchange, 401, "{\"error\": \"invalid_client\"}");
        } else if ("authorization_code".equals(form.get("grant_type"))) {
            redeem(exchange, form);
        } else {
            refresh(exchange, form.getOrDefault("refresh_token", ""));
        }
    }

    private void redeem(HttpExchange exchange, Map<String, String> form) throws IOException {
        Consent consent = codes.remove(form.getOrDefault("code", ""));
        if (consent == null || !consent.challenge().equals(digest(form.getOrDefault("code_verifier", "")))) {
            say(exchange, 400, "{\"error\": \"invalid_grant\", \"error_description\": \"Malformed auth code.\"}");
            return;
        }
        String refreshToken = "1//refresh-" + System.nanoTime();
        addressByRefreshToken.put(refreshToken, consent.address());
        String claims = "{\"email\": \"" + consent.address() + "\", \"email_verified\": true}";
        say(exchange, 200, """
                {"access_token": "%s", "expires_in": 3599, "refresh_token": "%s", "scope": "%s", "id_token": "h.%s.s"}
                """.formatted(
                accessToken(consent.address()),
                refreshToken,
                consent.scope(),
                Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8))));
    }

    private void refresh(HttpExchange exchange, String refreshToken) throws IOException {
        String address = addressByRefreshToken.get(refreshToken);
        if (address == null) {
            say(exchange, 400, """
                    {"error": "invalid_grant", "error_description": "Token has been expired or revoked."}
                    """);
            return;
        }
        say(exchange, 200, "{\"access_token\": \"" + accessToken(address) + "\", \"expires_in\": 3599}");
    }

    private synchronized String accessToken(String address) {
        String token = "ya29.token-" + ++issued;
        whenIssued.accept(address, token);
        return token;
    }

    private static void say(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static Map<String, String> form(String encoded) {
        return Arrays.stream(encoded.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> pair[0],
                        pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8),
                        (first, _) -> first,
                        HashMap::new));
    }

    private static String digest(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
