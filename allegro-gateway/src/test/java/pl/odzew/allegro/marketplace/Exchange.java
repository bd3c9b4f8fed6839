package pl.odzew.allegro.marketplace;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A request that was read to its end, and the way to answer it.
final class Exchange {

    private static final Duration SILENCE = Duration.ofSeconds(60);

    private final HttpExchange http;
    private final byte[] bytes;
    private final String body;

    Exchange(HttpExchange http) throws IOException {
        this.http = http;
        this.bytes = http.getRequestBody().readAllBytes();
        this.body = new String(bytes, StandardCharsets.UTF_8);
    }

    byte[] bytes() {
        return bytes;
    }

    String method() {
        return http.getRequestMethod();
    }

    String path() {
        return http.getRequestURI().getPath();
    }

    String body() {
        return body;
    }

    @Nullable
    String header(String name) {
        return http.getRequestHeaders().getFirst(name);
    }

    Map<String, List<String>> headers() {
        return http.getRequestHeaders();
    }

    Map<String, List<String>> query() {
        return parse(http.getRequestURI().getRawQuery());
    }

    @Nullable
    String query(String name) {
        List<String> values = query().get(name);
        return values == null ? null : values.getFirst();
    }

    Map<String, String> form() {
        return parse(body).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().getFirst()));
    }

    void answer(int status, String contentType, @Nullable String text) throws IOException {
        byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 0) {
            http.getResponseHeaders().set("Content-Type", contentType);
        }
        http.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            http.getResponseBody().write(bytes);
        }
        http.close();
    }

    void answerHeader(String name, String value) {
        http.getResponseHeaders().set(name, value);
    }

    /// Longer than any caller waits, and not for ever; ends at once when the stand-in is closed.
    void keepSilent() {
        try {
            Thread.sleep(SILENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Breaks the connection without a word.
    void drop() {
        http.close();
    }

    private static Map<String, List<String>> parse(@Nullable String encoded) {
        var parameters = new LinkedHashMap<String, List<String>>();
        if (encoded == null || encoded.isEmpty()) {
            return parameters;
        }
        for (String pair : encoded.split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            parameters.computeIfAbsent(decoded(name), _ -> new ArrayList<>()).add(decoded(value));
        }
        return parameters;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
