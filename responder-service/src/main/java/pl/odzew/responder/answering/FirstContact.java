package pl.odzew.responder.answering;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import pl.odzew.events.message.v1.Buyer;

/// When a buyer first wrote to the seller, as far as is remembered.
public record FirstContact(Buyer buyer, Instant at) {

    /// What a buyer writes within this time of his first message is part of it, and so is its copy on the other way.
    private static final Duration FIRST_MESSAGES = Duration.ofHours(1);

    public FirstContact {
        requireNonNull(buyer, "buyer is null");
        requireNonNull(at, "at is null");
    }

    boolean isLongBefore(Instant receivedAt) {
        return at.plus(FIRST_MESSAGES).isBefore(receivedAt);
    }
}
