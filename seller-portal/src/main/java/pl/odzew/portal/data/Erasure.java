package pl.odzew.portal.data;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How far a request to be forgotten has come.
public record Erasure(
        String requestId, Instant requestedAt, @Nullable Instant completedAt, List<Step> services) {

    /// @param doneAt absent while the service has not answered
    public record Step(String service, @Nullable Instant doneAt) {}
}
