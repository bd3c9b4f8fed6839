package pl.odzew.transport.inbox;

import io.smallrye.mutiny.Uni;
import java.util.List;

/// What a service does with events that it has not seen before.
@FunctionalInterface
public interface BatchHandler {

    /// Called inside one transaction, on an event loop, with at least one event, in the order of each partition.
    ///
    /// When it fails, the transaction is rolled back and the batch comes again in parts, so it keeps
    /// nothing outside the database.
    Uni<Void> handle(List<ReceivedEvent> unseen);
}
