package pl.odzew.allegro.messaging;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import pl.odzew.allegro.authorization.Login;
import pl.odzew.events.message.v1.ThreadKind;

/// A line of the list of threads.
///
/// @param lastMessageAt when its newest message was written, not when it appeared
/// @param people the logins of those who are no machine; may hold the seller alone (deleted accounts,
/// #5339)
/// @param open whether it takes messages
public record ThreadSummary(ThreadId id, ThreadKind kind, Instant lastMessageAt, List<Login> people, boolean open) {

    public ThreadSummary {
        requireNonNull(id, "id is null");
        requireNonNull(kind, "kind is null");
        requireNonNull(lastMessageAt, "lastMessageAt is null");
        people = List.copyOf(people);
    }

    public Place place() {
        return Place.of(kind);
    }

    /// Whether two people talk and neither is the seller: then he goes by another login than the one we
    /// know, and his own words, and ours, would be taken for a buyer's.
    public boolean isBetweenOthers(Login seller) {
        return people.size() > 1 && people.stream().noneMatch(seller::isSameAs);
    }

    /// The one with whom the seller talks.
    public Optional<Login> buyer(Login seller) {
        return people.stream().filter(login -> !login.isSameAs(seller)).findFirst();
    }
}
