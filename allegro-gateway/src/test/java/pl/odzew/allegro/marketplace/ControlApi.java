package pl.odzew.allegro.marketplace;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What a demo in another process does to the stand-in, under `/control`; no part of Allegro.
///
/// | call | effect |
/// |---|---|
/// | `GET /control/sellers` | who sells here |
/// | `POST /control/sellers` `{login, emails[]}` | a seller appears |
/// | `POST /control/sellers/{login}/messages` [BuyerMessage] | a buyer writes |
/// | `GET /control/sellers/{login}/messages?threadId=` | everything that was written, oldest first |
/// | `POST /control/sellers/{login}/answers` `{threadId, text}` | the seller answers himself |
/// | `POST /control/sellers/{login}/devices` `{userCode}` | the seller says yes to a device |
/// | `POST /control/sellers/{login}/revoke` | the seller removes the application |
/// | `POST /control/sellers/{login}/expire` | the access tokens run out |
/// | `POST /control/sellers/{login}/scopes` `{scopes[]}` | the consent holds no more than these |
/// | `POST /control/sellers/{login}/faults` `{kind, times}` | see [Fault] |
/// | `POST /control/sellers/{login}/statuses` `{messageId, status}` | a message is delivered or blocked |
/// | `POST /control/sellers/{login}/closings` `{threadId}` | a thread is closed |
/// | `GET /control/violations` | what broke a document |
final class ControlApi {

    static final String PREFIX = "/control";

    private final Store store;
    private final Conversations conversations;
    private final OAuthServer oauth;
    private final Faults faults;
    private final Api api;

    ControlApi(Store store, Conversations conversations, OAuthServer oauth, Faults faults, Api api) {
        this.store = store;
        this.conversations = conversations;
        this.oauth = oauth;
        this.faults = faults;
        this.api = api;
    }

    void handle(Exchange exchange) throws IOException {
        try {
            String[] path = exchange.path().substring(PREFIX.length() + 1).split("/");
            Object answer = path.length == 3 ? ofSeller(exchange, path[1], path[2]) : ofAll(exchange, path[0]);
            exchange.answer(exchange.method().equals("GET") ? 200 : 201, "application/json", Api.json(answer));
        } catch (Data.UnknownException e) {
            exchange.answer(404, "application/json", Api.json(Map.of("error", String.valueOf(e.getMessage()))));
        } catch (IllegalArgumentException | com.fasterxml.jackson.core.JsonProcessingException e) {
            exchange.answer(400, "application/json", Api.json(Map.of("error", String.valueOf(e.getMessage()))));
        }
    }

    private Object ofAll(Exchange exchange, String what) throws IOException {
        return switch (exchange.method() + " " + what) {
            case "GET violations" -> Map.of("violations", api.violations());
            case "GET sellers" ->
                Map.of(
                        "sellers",
                        store.read(data -> data.sellers.values().stream()
                                .map(ControlApi::seller)
                                .toList()));
            case "POST sellers" -> register(Store.JSON.readTree(exchange.body()));
            default -> throw new Data.UnknownException("no such control");
        };
    }

    private Object register(JsonNode body) {
        Data.Seller seller = conversations.register(required(body, "login"), strings(body.path("emails")));
        return seller(seller);
    }

    private Object ofSeller(Exchange exchange, String login, String what) throws IOException {
        if (exchange.method().equals("GET") && what.equals("messages")) {
            return Map.of("messages", conversations.messages(login, exchange.query("threadId")));
        }
        JsonNode body = Store.JSON.readTree(exchange.body().isEmpty() ? "{}" : exchange.body());
        return switch (what) {
            case "messages" -> conversations.buyerWrites(login, Store.JSON.treeToValue(body, BuyerMessage.class));
            case "answers" -> answer(login, required(body, "threadId"), required(body, "text"));
            case "revoke" -> done(() -> oauth.revoke(login));
            case "devices" -> done(() -> oauth.device(required(body, "userCode"), login, true));
            case "expire" -> done(() -> oauth.expireAccess(login));
            case "scopes" -> done(() -> oauth.narrow(login, new TreeSet<>(Set.copyOf(strings(body.path("scopes"))))));
            case "faults" ->
                done(() -> faults.add(
                        login,
                        Fault.valueOf(required(body, "kind")),
                        body.path("times").asInt(1)));
            case "statuses" ->
                done(() -> conversations.setStatus(login, required(body, "messageId"), required(body, "status")));
            case "closings" -> done(() -> conversations.close(login, required(body, "threadId")));
            default -> throw new Data.UnknownException("no such control");
        };
    }

    private Object answer(String login, String threadId, String text) {
        return conversations
                .sellerWrites(login, threadId, text, WrittenBy.PERSON, "DELIVERED")
                .map(Shapes::message)
                .orElseThrow(() -> new IllegalArgumentException("the thread is closed"));
    }

    private static Map<String, Object> seller(Data.Seller seller) {
        return Map.of("login", seller.login, "userId", seller.userId, "emails", seller.emails);
    }

    private static Map<String, Object> done(Runnable change) {
        change.run();
        return Map.of("done", true);
    }

    private static String required(JsonNode body, String name) {
        @Nullable String value = body.path(name).textValue();
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }

    private static List<String> strings(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }
}
