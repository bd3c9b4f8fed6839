package pl.odzew.notification.erasure.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pl.odzew.notification.erasure.Erasure;

/// How far a request to be forgotten has come.
///
/// @param completedAt when the last service had forgotten
public record ErasureView(
        UUID requestId, Instant requestedAt, @Nullable Instant completedAt, List<Step> services) {

    static final String EXAMPLE = """
            {"requestId": "f1b1b5f6-5d0c-4a0b-9a44-0b1f0d1c2e3f", "requestedAt": "2026-11-23T17:05:12Z",
             "services": [{"service": "mailbox-service", "doneAt": "2026-11-23T17:05:13Z"},
                          {"service": "allegro-gateway"}, {"service": "responder-service"},
                          {"service": "notification-service", "doneAt": "2026-11-23T17:05:13Z"}]}""";

    /// @param doneAt absent while the service has not answered
    public record Step(String service, @Nullable Instant doneAt) {}

    static ErasureView of(Erasure erasure) {
        return new ErasureView(
                erasure.requestId(),
                erasure.requestedAt(),
                erasure.completedAt(),
                Erasure.SERVICES.stream()
                        .map(service ->
                                new Step(service, erasure.doneBy(service).orElse(null)))
                        .toList());
    }
}
