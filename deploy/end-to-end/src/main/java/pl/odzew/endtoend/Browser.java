package pl.odzew.endtoend;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// What a person's browser does while he signs in or consents: loads pages, sends forms, and is redirected.
final class Browser {

    private static final int OK = 200;

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    String load(URI page) {
        return open(page).body();
    }

    HttpResponse<String> open(URI page) {
        return send(HttpRequest.newBuilder(page).GET());
    }

    /// Whether the page is there and well.
    boolean shows(URI page) {
        try {
            return open(page).statusCode() == OK;
        } catch (StoryBrokenException e) {
            return false;
        }
    }

    HttpResponse<String> submit(URI target, Map<String, String> fields) {
        return send(HttpRequest.newBuilder(target)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(fields))));
    }

    /// Follows one redirect of a form's answer.
    static URI redirect(HttpResponse<String> response) {
        return response.headers()
                .firstValue("Location")
                .map(response.uri()::resolve)
                .orElseThrow(() -> new StoryBrokenException("no redirect from %s but %d: %s"
                        .formatted(response.uri(), response.statusCode(), response.body())));
    }

    static Map<String, String> query(URI uri) {
        var fields = new HashMap<String, String>();
        for (String pair : uri.getRawQuery().split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return fields;
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new StoryBrokenException("a page cannot be loaded", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoryBrokenException("interrupted", e);
        }
    }
}
