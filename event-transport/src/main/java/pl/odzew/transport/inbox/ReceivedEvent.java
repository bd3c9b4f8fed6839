package pl.odzew.transport.inbox;

import static java.util.Objects.requireNonNull;

import pl.odzew.events.catalogue.CloudEvent;

/// An event and where in Kafka it stood.
public record ReceivedEvent(CloudEvent event, String topic, int partition, long offset) {

    public ReceivedEvent {
        requireNonNull(event, "event is null");
        requireNonNull(topic, "topic is null");
    }
}
