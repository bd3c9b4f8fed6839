package pl.odzew.events.catalogue;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.Event;
import pl.odzew.events.EventId;

/// An event with its CloudEvents 1.0 attributes; `type` and `subject` follow from the data.
///
/// @param source together with the id unique for ever
/// @param time when it happened, not when it was written
/// @param traceparent W3C trace context of what caused it
public record CloudEvent(
        EventId id,
        URI source,
        Instant time,
        Event data,
        @Nullable String traceparent) {

    public CloudEvent {
        requireNonNull(id, "id is null");
        requireNonNull(source, "source is null");
        requireNonNull(time, "time is null");
        requireNonNull(data, "data is null");
    }

    public EventType type() {
        return EventType.of(data);
    }

    public Topic topic() {
        return EventType.topicOf(data);
    }
}
