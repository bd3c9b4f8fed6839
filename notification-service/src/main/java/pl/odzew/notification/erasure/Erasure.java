package pl.odzew.notification.erasure;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.SellerId;
import pl.odzew.events.catalogue.Service;

/// A request to be forgotten, and how far it has come.
///
/// @param sellerId absent once all are done
/// @param done when each service that has answered had forgotten
public record Erasure(
        UUID requestId,
        @Nullable SellerId sellerId,
        Instant requestedAt,
        @Nullable Instant completedAt,
        Map<String, Instant> done) {

    /// All that keep something of a seller.
    public static final List<String> SERVICES =
            Arrays.stream(Service.values()).map(Service::deployment).toList();

    public Erasure {
        requireNonNull(requestId, "requestId is null");
        requireNonNull(requestedAt, "requestedAt is null");
        done = Map.copyOf(done);
    }

    public boolean isComplete() {
        return done.keySet().containsAll(SERVICES);
    }

    public Optional<Instant> doneBy(String service) {
        return Optional.ofNullable(done.get(service));
    }

    /// Whether a seller may see it: his own while it lasts; the proof is for whoever kept its number.
    public boolean isVisibleTo(SellerId seller) {
        return sellerId == null || sellerId.equals(seller);
    }
}
