package pl.odzew.mailbox.connection;

import static java.util.Objects.requireNonNull;

import java.util.List;
import pl.odzew.events.mailbox.v1.MailboxEvent;

/// A mailbox after something happened, with the events that announce it; stored together or not at all.
public record Change(Mailbox after, List<MailboxEvent> events) {

    public Change {
        requireNonNull(after, "after is null");
        events = List.copyOf(events);
    }

    static Change none(Mailbox mailbox) {
        return new Change(mailbox, List.of());
    }
}
