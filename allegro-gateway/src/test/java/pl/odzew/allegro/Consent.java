package pl.odzew.allegro;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

/// The seller's browser goes to Allegro, where he says yes, and comes back.
final class Consent {

    private Consent() {}

    /// What comes back with him: `code` and `state`.
    static Map<String, String> given(String authorizationUrl, String login) {
        URI uri = URI.create(authorizationUrl + "&login=" + login);
        try (HttpClient browser = HttpClient.newHttpClient()) {
            String location = browser.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding())
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();
            return Map.of("code", parameter(location, "code"), "state", parameter(location, "state"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String parameter(String location, String name) {
        return location.replaceAll(".*[?&]" + name + "=([^&]*).*", "$1");
    }
}
