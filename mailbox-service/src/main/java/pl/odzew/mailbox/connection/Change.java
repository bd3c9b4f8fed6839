package pl.odzew.mailbox.connection;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.mailbox.v1.MailboxEvent;

/// A mailbox after something happened, with the events that announce it; stored together or not at all.
///
/// @param deed whose doing it was, where a person did it; stored with it too
public record Change(
        Mailbox after, List<MailboxEvent> events, @Nullable Deed deed) {

    public Change {
        requireNonNull(after, "after is null");
        events = List.copyOf(events);
    }

    Change(Mailbox after, List<MailboxEvent> events) {
        this(after, events, null);
    }

    static Change none(Mailbox mailbox) {
        return new Change(mailbox, List.of());
    }

    /// The same, and a person did it.
    public Change by(Deed who) {
        return new Change(after, events, who);
    }
}
