package pl.odzew.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// A service's REST API with one person's token.
///
/// A service that is being started again is waited for: what cannot be reached, or answers 503, is asked again for a
/// minute. Everything that is asked twice here may be asked twice.
record Rest(URI base, String token) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int UNAVAILABLE = 503;

    /// @param body an object, a problem, or missing
    record Answer(int status, JsonNode body) {

        /// The body, when the status is as expected.
        JsonNode expect(int expected, String of) {
            if (status != expected) {
                throw new StoryBrokenException(
                        "%s answered %d instead of %d: %s".formatted(of, status, expected, body));
            }
            return body;
        }
    }

    Answer get(String path) {
        return send(request(path).GET(), "GET " + path);
    }

    Answer post(String path, Map<String, ?> body) {
        return send(request(path).POST(json(body)), "POST " + path);
    }

    Answer put(String path, Map<String, ?> body) {
        return send(request(path).PUT(json(body)), "PUT " + path);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(40))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private static Answer send(HttpRequest.Builder request, String what) {
        return Patience.await(what + " is answered", LIMIT, () -> {
            try {
                HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
                return response.statusCode() == UNAVAILABLE
                        ? Optional.<Answer>empty()
                        : Optional.of(new Answer(response.statusCode(), read(response.body())));
            } catch (IOException e) {
                return Optional.empty();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StoryBrokenException("interrupted", e);
            }
        });
    }

    private static JsonNode read(String body) throws IOException {
        return body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
    }

    private static HttpRequest.BodyPublisher json(Map<String, ?> body) {
        try {
            return HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
        } catch (IOException e) {
            throw new StoryBrokenException("cannot be written as JSON", e);
        }
    }
}
