package pl.odzew.events.catalogue;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/// An event as it lies in Kafka, in the binary mode of the CloudEvents Kafka binding: attributes in headers, JSON in
/// the value.
///
/// @param headers names and UTF-8 values, in no particular order
public record EventRecord(String topic, String key, Map<String, String> headers, byte[] value) {

    public EventRecord {
        requireNonNull(topic, "topic is null");
        requireNonNull(key, "key is null");
        headers = Map.copyOf(headers);
        requireNonNull(value, "value is null");
    }

    /// The value may hold a buyer's words.
    @Override
    public String toString() {
        return "EventRecord[" + topic + ", " + key + ", " + value.length + " bytes]";
    }
}
