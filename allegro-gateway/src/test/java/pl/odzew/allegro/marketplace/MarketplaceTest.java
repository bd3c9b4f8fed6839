package pl.odzew.allegro.marketplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MarketplaceTest {

    private static final String BETA = "application/vnd.allegro.beta.v1+json";
    private static final String AGENT = "Odzew/1.0 (+https://odzew.example)";
    private static final String CALLBACK = "http://localhost:8080/allegro/callback";

    @TempDir
    Path folder;

    private Marketplace marketplace = Marketplace.start(Options.inMemory());
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        marketplace.close();
    }

    @Test
    void tokenOpensTheMessageCenterAndAnswersKeepToTheDocument() throws Exception {
        // Given
        Seller bartek = marketplace.seller("bartek", "bartek@sklep.example");
        PostedMessage question = marketplace.buyer("Client:1").writes(bartek, "Czy jest dostępny?");
        String token = accessToken("bartek");

        // When
        HttpResponse<String> threads = get("/messaging/threads?limit=20", token, BETA, AGENT);
        HttpResponse<String> messages =
                get("/messaging/threads/" + question.threadId() + "/messages", token, BETA, AGENT);
        HttpResponse<String> me = get("/me", token, "application/vnd.allegro.public.v1+json", AGENT);
        HttpResponse<String> emails =
                get("/account/additional-emails", token, "application/vnd.allegro.public.v1+json", AGENT);
        HttpResponse<String> posted = post(question.threadId(), token, "{\"text\":\"Tak\"}", BETA);
        HttpResponse<String> tooSoon = post(question.threadId(), token, "{\"text\":\"Tak\"}", BETA);

        // Then
        assertThat(List.of(threads, messages, me, emails)).allMatch(response -> response.statusCode() == 200);
        assertThat(posted.statusCode()).isEqualTo(201);
        assertThat(tooSoon.statusCode()).isEqualTo(429);
        assertThat(messages.body()).contains("Czy jest dostępny?");
        assertThat(emails.body()).contains("bartek@sklep.example");
        assertThat(bartek.automaticReplies()).hasSize(1);
        assertThat(marketplace.violations()).isEmpty();
    }

    @Test
    void requestsThatBreakTheDocumentAreRefusedAndRemembered() throws Exception {
        // Given
        Seller bartek = marketplace.seller("bartek");
        PostedMessage question = marketplace.buyer("kupiec").writes(bartek, "Dzień dobry");
        String token = accessToken("bartek");

        // When
        HttpResponse<String> wrongAccept = get("/messaging/threads", token, "application/json", AGENT);
        HttpResponse<String> wrongType = post(question.threadId(), token, "{\"text\":\"x\"}", "application/json");
        HttpResponse<String> noText = post(question.threadId(), token, "{\"words\":\"x\"}", BETA);
        HttpResponse<String> wrongLimit = get("/messaging/threads?limit=50", token, BETA, AGENT);
        HttpResponse<String> anonymous = get("/messaging/threads", token, BETA, "Java-http-client/25");
        HttpResponse<String> noToken = get("/messaging/threads", "none", BETA, AGENT);
        HttpResponse<String> noPath = get("/messaging/letters", token, BETA, AGENT);

        // Then
        assertThat(wrongAccept.statusCode()).isEqualTo(406);
        assertThat(wrongType.statusCode()).isEqualTo(415);
        assertThat(noText.statusCode()).isEqualTo(400);
        assertThat(wrongLimit.statusCode()).isEqualTo(400);
        assertThat(anonymous.statusCode()).isEqualTo(403);
        assertThat(noToken.statusCode()).isEqualTo(401);
        assertThat(noPath.statusCode()).isEqualTo(404);
        assertThat(marketplace.violations()).hasSizeGreaterThanOrEqualTo(5);
        assertThat(bartek.automaticReplies()).isEmpty();
    }

    @Test
    void refreshTokenServesOnceAndRevocationEndsEverything() throws Exception {
        // Given
        marketplace.seller("bartek").login();
        String refresh = field(tokens("bartek"), "refresh_token");

        // When
        HttpResponse<String> first = token("grant_type=refresh_token&refresh_token=" + refresh);
        HttpResponse<String> second = token("grant_type=refresh_token&refresh_token=" + refresh);
        marketplace.seller("bartek").removesTheApplication();
        HttpResponse<String> revoked =
                token("grant_type=refresh_token&refresh_token=" + field(first.body(), "refresh_token"));

        // Then
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(second.statusCode()).isEqualTo(400);
        assertThat(second.body()).contains("invalid_grant", "Invalid refresh token");
        assertThat(revoked.body()).contains("invalid_grant");
        assertThat(marketplace.violations()).isEmpty();
    }

    @Test
    void codeNeedsItsVerifier() throws Exception {
        // Given
        marketplace.seller("bartek");
        // The pair of RFC 7636, appendix B.
        String code = code(
                "bartek", "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256");
        String again = code(
                "bartek", "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256");

        // When
        HttpResponse<String> without = exchange(code, "");
        HttpResponse<String> with = exchange(again, "&code_verifier=dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");

        // Then
        assertThat(without.statusCode()).isEqualTo(400);
        assertThat(with.statusCode()).isEqualTo(200);
    }

    @Test
    void brokenConnectionLeavesTheMessageOrNot() throws Exception {
        // Given
        Seller bartek = marketplace.seller("bartek");
        PostedMessage question = marketplace.buyer("kupiec").writes(bartek, "Dzień dobry");
        String token = accessToken("bartek");
        bartek.meets(Fault.POST_ACCEPTED_THEN_DROPPED);

        // When
        assertThatThrownBy(() -> post(question.threadId(), token, "{\"text\":\"Tak\"}", BETA))
                .isInstanceOf(IOException.class);

        // Then
        assertThat(bartek.automaticReplies()).extracting(PostedMessage::text).containsExactly("Tak");
    }

    @Test
    void stateOutlivesARestart() throws Exception {
        // Given
        marketplace.close();
        marketplace = Marketplace.start(Options.inMemory().keepingIn(folder));
        Seller bartek = marketplace.seller("bartek", "bartek@sklep.example");
        PostedMessage question = marketplace.buyer("kupiec").writes(bartek, "Dzień dobry");
        String token = accessToken("bartek");

        // When
        marketplace.close();
        marketplace = Marketplace.start(Options.inMemory().keepingIn(folder));

        // Then
        assertThat(get("/messaging/threads", token, BETA, AGENT).body()).contains(question.threadId());
    }

    @Test
    void anotherProcessSteersItOverHttp() {
        // Given
        var control = new MarketplaceControl(marketplace.uri());
        control.register("bartek", List.of("bartek@sklep.example"));

        // When
        PostedMessage question = control.buyerWrites(
                "bartek", BuyerMessage.of("Client:7", "Dzień dobry").aboutOffer("123"));
        control.sellerAnswers("bartek", question.threadId(), "Dzień dobry, w czym pomóc?");

        // Then
        assertThat(control.messages("bartek"))
                .extracting(PostedMessage::by)
                .containsExactly(WrittenBy.BUYER, WrittenBy.PERSON);
        assertThat(control.violations()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyOperationStandsInItsDocument(Operation operation) {
        assertThat(unknownTo(operation.document(), operation.method(), operation.samplePath()))
                .isFalse();
        assertThat(unknownTo(operation.document(), operation.method(), "/messaging/letters"))
                .isTrue();
    }

    private static boolean unknownTo(Document document, String method, String path) {
        return document.violations(method, path, 401, "application/json", null).stream()
                .anyMatch(violation -> violation.startsWith("validation.request.path.missing")
                        || violation.startsWith("validation.request.operation.notAllowed"));
    }

    private String accessToken(String login) throws Exception {
        return field(tokens(login), "access_token");
    }

    private String tokens(String login) throws Exception {
        return exchange(code(login, ""), "").body();
    }

    private HttpResponse<String> exchange(String code, String more) throws Exception {
        return token("grant_type=authorization_code&code=" + code + "&redirect_uri=" + CALLBACK + more);
    }

    private String code(String login, String more) throws Exception {
        HttpResponse<String> redirect = http.send(
                HttpRequest.newBuilder(URI.create(marketplace.oauthUri()
                                + "/authorize?response_type=code&state=s1&client_id=" + Options.DEFAULT_CLIENT_ID
                                + "&redirect_uri=" + CALLBACK + "&login=" + login + more))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        String location = redirect.headers().firstValue("Location").orElseThrow();
        assertThat(location).startsWith(CALLBACK).endsWith("&state=s1");
        return location.replaceAll(".*code=([^&]+).*", "$1");
    }

    private HttpResponse<String> token(String form) throws Exception {
        String basic = Base64.getEncoder()
                .encodeToString((Options.DEFAULT_CLIENT_ID + ":" + Options.DEFAULT_CLIENT_SECRET)
                        .getBytes(StandardCharsets.UTF_8));
        return http.send(
                HttpRequest.newBuilder(URI.create(marketplace.oauthUri() + "/token"))
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path, String token, String accept, String agent) throws Exception {
        return http.send(
                HttpRequest.newBuilder(marketplace.uri().resolve(path))
                        .header("Authorization", "Bearer " + token)
                        .header("Accept", accept)
                        .header("User-Agent", agent)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String thread, String token, String body, String contentType) throws Exception {
        return http.send(
                HttpRequest.newBuilder(marketplace.uri().resolve("/messaging/threads/" + thread + "/messages"))
                        .header("Authorization", "Bearer " + token)
                        .header("Accept", BETA)
                        .header("Content-Type", contentType)
                        .header("User-Agent", AGENT)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String field(String json, String name) throws IOException {
        return Store.JSON.readTree(json).path(name).asText();
    }
}
