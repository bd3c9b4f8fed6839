package pl.odzew.endtoend;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import pl.odzew.events.Event;
import pl.odzew.events.catalogue.CloudEvent;

/// An event as it lay in a topic.
///
/// @param writtenAt Kafka's time stamp
/// @param raw the value as it was written
record SeenEvent(String topic, String key, Instant writtenAt, CloudEvent event, byte[] raw) {

    String id() {
        return event.id().value();
    }

    Event data() {
        return event.data();
    }

    boolean mentions(String words) {
        return (key + ' ' + new String(raw, StandardCharsets.UTF_8))
                .toLowerCase(Locale.ROOT)
                .contains(words.toLowerCase(Locale.ROOT));
    }
}
