package pl.odzew.mailbox.mailserver.control;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// An HTTP request, taken apart.
///
/// A plus sign is a plus sign here, in paths and queries alike: masked addresses are full of them.
record Request(String method, List<String> path, Map<String, String> query, byte[] body) {

    static Request read(HttpExchange exchange) throws IOException {
        List<String> path = Stream.of(exchange.getRequestURI().getRawPath().split("/"))
                .filter(part -> !part.isEmpty())
                .map(Request::decode)
                .toList();
        Map<String, String> query = new HashMap<>();
        String raw = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        for (String pair : raw.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                query.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return new Request(
                exchange.getRequestMethod(),
                path,
                query,
                exchange.getRequestBody().readAllBytes());
    }

    /// The method and the path with the account's address left out: `PUT accounts/*/refusal`.
    String route() {
        StringBuilder route = new StringBuilder(method).append(' ');
        for (int i = 0; i < path.size(); i++) {
            route.append(i == 0 ? "" : "/").append(i == 1 ? "*" : path.get(i));
        }
        return route.toString();
    }

    String address() {
        return path.get(1);
    }

    String query(String name, String otherwise) {
        return query.getOrDefault(name, otherwise);
    }

    <T> T body(ObjectMapper json, Class<T> type) throws IOException {
        return json.readValue(body, type);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
