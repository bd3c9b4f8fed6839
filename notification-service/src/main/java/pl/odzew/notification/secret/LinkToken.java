package pl.odzew.notification.secret;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import pl.odzew.events.SellerId;

/// What a mailed link says about itself.
///
/// @param subject of the purpose
public record LinkToken(Purpose purpose, SellerId sellerId, String subject, Instant expiresAt) {

    public LinkToken {
        requireNonNull(purpose, "purpose is null");
        requireNonNull(sellerId, "sellerId is null");
        requireNonNull(subject, "subject is null");
        requireNonNull(expiresAt, "expiresAt is null");
    }
}
