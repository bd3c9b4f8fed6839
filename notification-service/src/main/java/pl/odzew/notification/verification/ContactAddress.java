package pl.odzew.notification.verification;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.MailAddress;
import pl.odzew.events.SellerId;

/// An address that a seller gave.
///
/// @param lastSentAt when a link to prove it was sent last
/// @param verifiedAt when whoever reads there said so; absent until then
/// @param suppressed whether mail to it came back
public record ContactAddress(
        UUID id,
        SellerId sellerId,
        MailAddress email,
        Instant addedAt,
        @Nullable Instant lastSentAt,
        @Nullable Instant verifiedAt,
        boolean suppressed) {

    public ContactAddress {
        requireNonNull(id, "id is null");
        requireNonNull(sellerId, "sellerId is null");
        requireNonNull(email, "email is null");
        requireNonNull(addedAt, "addedAt is null");
    }
}
