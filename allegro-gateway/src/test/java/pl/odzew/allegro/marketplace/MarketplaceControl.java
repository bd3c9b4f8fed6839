package pl.odzew.allegro.marketplace;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Steers a [Marketplace] in another process through its control API, which [ControlApi] lists.
///
/// Calls block; what is refused throws [IllegalStateException] with the stand-in's words.
public final class MarketplaceControl {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final URI base;
    private final HttpClient http = HttpClient.newHttpClient();

    /// @param base the stand-in's address, such as `http://localhost:8091`
    public MarketplaceControl(URI base) {
        this.base = base;
    }

    public void register(String login, List<String> emails) {
        post("/control/sellers", Map.of("login", login, "emails", emails));
    }

    public PostedMessage buyerWrites(String seller, BuyerMessage message) {
        return convert(post(ofSeller(seller, "messages"), message), new TypeReference<>() {});
    }

    /// Everything in the seller's threads, oldest first.
    public List<PostedMessage> messages(String seller) {
        return convert(get(ofSeller(seller, "messages")).path("messages"), new TypeReference<>() {});
    }

    public void sellerAnswers(String seller, String threadId, String text) {
        post(ofSeller(seller, "answers"), Map.of("threadId", threadId, "text", text));
    }

    public void revoke(String seller) {
        post(ofSeller(seller, "revoke"), Map.of());
    }

    public void fault(String seller, Fault fault, int times) {
        post(ofSeller(seller, "faults"), Map.of("kind", fault.name(), "times", times));
    }

    /// What broke one of Allegro's documents since the stand-in started.
    public List<String> violations() {
        return convert(get("/control/violations").path("violations"), new TypeReference<>() {});
    }

    private static String ofSeller(String login, String what) {
        return "/control/sellers/"
                + URLEncoder.encode(login, StandardCharsets.UTF_8).replace("+", "%20") + "/" + what;
    }

    private JsonNode get(String path) {
        return send(HttpRequest.newBuilder(base.resolve(path)).GET());
    }

    private JsonNode post(String path, Object body) {
        return send(HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Api.json(body))));
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    http.send(request.timeout(TIMEOUT).build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException("the Allegro stand-in refused: " + response.body());
            }
            return Store.JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static <T> T convert(JsonNode node, TypeReference<T> type) {
        return Store.JSON.convertValue(node, type);
    }
}
