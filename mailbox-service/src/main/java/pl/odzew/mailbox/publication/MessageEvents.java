package pl.odzew.mailbox.publication;

import java.util.List;
import java.util.concurrent.CompletionStage;
import pl.odzew.events.catalogue.CloudEvent;

/// Where buyers' messages go. No outbox is needed: a mail that was not published is read again from its mailbox.
public interface MessageEvents {

    /// Ends when the broker has acknowledged all of them.
    CompletionStage<Void> publish(List<CloudEvent> messages);
}
