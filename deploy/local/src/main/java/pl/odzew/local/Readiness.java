package pl.odzew.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Waits until a service says that it can work: `/q/health/ready`.
final class Readiness {

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int OK = 200;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final InstantSource time = InstantSource.system();

    /// @return whether it became ready in time
    boolean await(URI service) throws InterruptedException {
        Instant end = time.instant().plus(LIMIT);
        while (time.instant().isBefore(end)) {
            if (isReady(service)) {
                return true;
            }
            Thread.sleep(PAUSE);
        }
        return false;
    }

    private boolean isReady(URI service) throws InterruptedException {
        var request = HttpRequest.newBuilder(service.resolve("/q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException e) {
            return false;
        }
    }
}
