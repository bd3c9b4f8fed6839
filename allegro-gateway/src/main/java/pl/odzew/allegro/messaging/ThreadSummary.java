package pl.odzew.allegro.messaging;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import pl.odzew.allegro.authorization.Login;
import pl.odzew.events.message.v1.ThreadKind;

/// A line of the list of threads.
///
/// @param lastMessageAt when its newest message was written, not when it appeared (quirk 1)
/// @param people the logins of those who are no machine; may hold the seller alone (deleted accounts, #5339)
public record ThreadSummary(ThreadId id, ThreadKind kind, Instant lastMessageAt, List<Login> people) {

    public ThreadSummary {
        requireNonNull(id, "id is null");
        requireNonNull(kind, "kind is null");
        requireNonNull(lastMessageAt, "lastMessageAt is null");
        people = List.copyOf(people);
    }

    /// The one with whom the seller talks.
    public Optional<Login> buyer(Login seller) {
        return people.stream().filter(login -> !login.isSameAs(seller)).findFirst();
    }
}
