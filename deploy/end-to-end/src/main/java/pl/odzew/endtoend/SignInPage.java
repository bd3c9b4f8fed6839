package pl.odzew.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;

/// The OIDC provider: a name typed on its page becomes an access token, by the authorization code flow.
public record SignInPage(URI issuer, URI redirect) {

    private static final String CLIENT = "odzew-demo";

    String tokenFor(String name) {
        var browser = new Browser();
        URI page = URI.create(issuer + "/authorize?"
                + Browser.form(Map.of(
                        "client_id",
                        CLIENT,
                        "response_type",
                        "code",
                        "scope",
                        "openid",
                        "redirect_uri",
                        redirect.toString(),
                        "state",
                        UUID.randomUUID().toString(),
                        "nonce",
                        UUID.randomUUID().toString())));
        HttpResponse<String> answer = browser.submit(page, Map.of("username", name));
        String code = Browser.query(Browser.redirect(answer)).get("code");
        Patience.check(code != null, "the sign-in page gives a code");
        return token(browser, String.valueOf(code));
    }

    private String token(Browser browser, String code) {
        HttpResponse<String> answer = browser.submit(
                URI.create(issuer + "/token"),
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        code,
                        "redirect_uri",
                        redirect.toString(),
                        "client_id",
                        CLIENT,
                        "client_secret",
                        "not checked"));
        try {
            JsonNode tokens = new ObjectMapper().readTree(answer.body());
            return tokens.required("access_token").asText();
        } catch (IOException | IllegalArgumentException e) {
            throw new StoryBrokenException("no token but " + answer.body(), e);
        }
    }
}
