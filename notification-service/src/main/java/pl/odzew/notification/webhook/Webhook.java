package pl.odzew.notification.webhook;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.SellerId;

/// Where a seller's program is called.
///
/// @param enabled false after it has failed for too long
/// @param failingSince when the first call failed after which none was taken
public record Webhook(
        SellerId sellerId,
        URI url,
        Signature signature,
        boolean enabled,
        Instant createdAt,
        @Nullable Instant failingSince) {

    public Webhook {
        requireNonNull(sellerId, "sellerId is null");
        requireNonNull(url, "url is null");
        requireNonNull(signature, "signature is null");
        requireNonNull(createdAt, "createdAt is null");
    }
}
