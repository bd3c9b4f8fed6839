package pl.odzew.allegro.marketplace;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// OAuth over HTTP: the consent page at `/auth/oauth/authorize` (a page for people, so in no document)
/// and the token endpoint, which is held to its document.
final class OAuthPages {

    static final String PREFIX = "/auth/oauth";

    private final Store store;
    private final Options options;
    private final OAuthServer oauth;
    private final Api api;

    OAuthPages(Store store, Options options, OAuthServer oauth, Api api) {
        this.store = store;
        this.options = options;
        this.oauth = oauth;
        this.api = api;
    }

    void handle(Exchange exchange) throws IOException {
        switch (exchange.path().substring(PREFIX.length())) {
            case "/authorize" -> authorize(exchange);
            case "/token" -> token(exchange);
            case "/device" -> device(exchange);
            default -> exchange.answer(404, "text/plain", "no such page");
        }
    }

    /// With `login=` the seller has said yes already, for a demo without a browser.
    private void authorize(Exchange exchange) throws IOException {
        String redirect = exchange.query("redirect_uri");
        String challenge = exchange.query("code_challenge");
        if (!"code".equals(exchange.query("response_type"))
                || !options.clientId().equals(exchange.query("client_id"))
                || redirect == null
                || (challenge != null && !"S256".equals(exchange.query("code_challenge_method")))) {
            exchange.answer(400, "text/plain", "invalid authorization request");
            return;
        }
        String login = exchange.query("login");
        if (login == null) {
            exchange.answer(200, "text/html; charset=utf-8", consentPage(exchange));
            return;
        }
        String code = oauth.consent(login, redirect, challenge);
        exchange.answerHeader("Location", withParameters(redirect, code, exchange.query("state")));
        exchange.answer(302, "text/plain", null);
    }

    private void token(Exchange exchange) throws IOException {
        List<String> broken = Document.OAUTH.violations(exchange.method(), "/token", exchange.query(), exchange);
        if (!broken.isEmpty()) {
            api.violated("POST /token", broken);
            exchange.answer(400, "application/json", Api.json(Errors.auth("invalid_request", broken.toString())));
            return;
        }
        switch (oauth.token(exchange.header("Authorization"), exchange.form())) {
            case OAuthServer.Outcome.Issued issued -> answer(exchange, 200, tokens(issued));
            case OAuthServer.Outcome.Refused refused ->
                answer(exchange, refused.status(), Errors.auth(refused.error(), refused.description()));
        }
    }

    private void device(Exchange exchange) throws IOException {
        List<String> broken = Document.OAUTH.violations(exchange.method(), "/device", exchange.query(), exchange);
        if (!broken.isEmpty()) {
            api.violated("POST /device", broken);
            exchange.answer(400, "application/json", Api.json(Errors.auth("invalid_request", broken.toString())));
            return;
        }
        OAuthServer.DeviceCode code = oauth.device();
        String address = "https://allegro.example/skojarz-aplikacje";
        answer(
                exchange,
                "/device",
                200,
                Map.of(
                        "device_code",
                        code.deviceCode(),
                        "user_code",
                        code.userCode(),
                        "expires_in",
                        3600,
                        "interval",
                        1,
                        "verification_uri",
                        address,
                        "verification_uri_complete",
                        address + "?code=" + code.userCode()));
    }

    private void answer(Exchange exchange, int status, Map<String, Object> body) throws IOException {
        answer(exchange, "/token", status, body);
    }

    private void answer(Exchange exchange, String path, int status, Map<String, Object> body) throws IOException {
        String json = Api.json(body);
        api.violated(
                "own answer to " + path, Document.OAUTH.violations("POST", path, status, "application/json", json));
        exchange.answer(status, "application/json", json);
    }

    private static Map<String, Object> tokens(OAuthServer.Outcome.Issued issued) {
        var body = new LinkedHashMap<String, Object>();
        body.put("access_token", issued.accessToken());
        body.put("token_type", "bearer");
        body.put("refresh_token", issued.refreshToken());
        body.put("expires_in", issued.expiresIn());
        body.put("scope", String.join(" ", issued.scopes()));
        body.put("allegro_api", true);
        return body;
    }

    private String consentPage(Exchange exchange) {
        Set<String> logins = store.read(data -> {
            var all = new java.util.TreeSet<String>();
            data.sellers.values().forEach(seller -> all.add(seller.login));
            return all;
        });
        var page = new StringBuilder("""
                <!doctype html><html lang="pl"><meta charset="utf-8"><title>Allegro (atrapa)</title>
                <h1>Powiązanie aplikacji z kontem</h1>
                <p>Aplikacja prosi o dostęp do wiadomości, dyskusji i danych konta. Które konto ją dopuszcza?</p><ul>
                """);
        for (String login : logins) {
            page.append("<li><a href=\"?")
                    .append(Page.escaped(query(exchange)))
                    .append("&amp;login=")
                    .append(encoded(login))
                    .append("\">")
                    .append(Page.escaped(login))
                    .append("</a></li>\n");
        }
        return page.append("</ul></html>").toString();
    }

    private static String query(Exchange exchange) {
        var query = new StringBuilder();
        exchange.query()
                .forEach((name, values) -> query.append(query.isEmpty() ? "" : "&")
                        .append(encoded(name))
                        .append('=')
                        .append(encoded(values.getFirst())));
        return query.toString();
    }

    private static String withParameters(String redirect, String code, @Nullable String state) {
        return redirect
                + (redirect.contains("?") ? "&" : "?")
                + "code="
                + encoded(code)
                + (state == null ? "" : "&state=" + encoded(state));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
