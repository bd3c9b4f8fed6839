package pl.odzew.transport.inbox;

import java.util.Set;
import pl.odzew.events.catalogue.Topic;

/// A consumer of a service, found by its type: an operator lists what it could not take and lets it try again.
public interface EventConsumer extends BatchHandler {

    /// Names it within its service for ever, such as `responder.messages`; under another name everything is unseen.
    String name();

    /// The topics that it reads.
    Set<Topic> topics();
}
