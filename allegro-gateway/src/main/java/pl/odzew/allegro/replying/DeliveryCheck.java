package pl.odzew.allegro.replying;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import pl.odzew.allegro.messaging.MessageStatus;

/// When Allegro is asked what became of a reply that it accepted: accepted is not delivered, and a
/// blocked message is shown to its sender for 24 h only (#7376).
///
/// @param after distances from the moment of sending, shortest first
public record DeliveryCheck(List<Duration> after) {

    public DeliveryCheck {
        after = List.copyOf(after);
    }

    /// The first look. One that counts as delivered already is looked at once, later.
    public Optional<Instant> first(MessageStatus status, Instant sentAt) {
        return at(status == MessageStatus.DELIVERED ? 1 : 0, sentAt);
    }

    /// The look after so many, for one that is still in verification.
    public Optional<Instant> next(int checks, Instant sentAt) {
        return at(checks, sentAt);
    }

    private Optional<Instant> at(int step, Instant sentAt) {
        return step < after.size() ? Optional.of(sentAt.plus(after.get(step))) : Optional.empty();
    }
}
