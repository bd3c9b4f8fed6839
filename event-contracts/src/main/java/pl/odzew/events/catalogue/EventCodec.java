package pl.odzew.events.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.Event;
import pl.odzew.events.EventId;
import pl.odzew.events.catalogue.UnreadableEventException.Code;

/// Turns events into Kafka records and back: CloudEvents 1.0, Kafka protocol binding, binary content mode.
///
/// Safe for use by many threads.
public final class EventCodec {

    /// The headers of a record; lower-case, as the binding demands.
    public static final class Header {
        public static final String SPEC_VERSION = "ce_specversion";
        public static final String ID = "ce_id";
        public static final String TYPE = "ce_type";
        public static final String SOURCE = "ce_source";
        public static final String SUBJECT = "ce_subject";
        public static final String TIME = "ce_time";
        public static final String CONTENT_TYPE = "content-type";
        public static final String TRACEPARENT = "traceparent";

        private Header() {}
    }

    private static final String SPEC_VERSION = "1.0";
    private static final String JSON = "application/json";

    private final ObjectMapper json;

    public EventCodec() {
        json = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                // A new optional field is a compatible change, so a reader built before it must not mind.
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .serializationInclusion(JsonInclude.Include.NON_NULL)
                .build();
    }

    public EventRecord write(CloudEvent event) {
        var headers = new HashMap<String, String>();
        headers.put(Header.SPEC_VERSION, SPEC_VERSION);
        headers.put(Header.ID, event.id().value());
        headers.put(Header.TYPE, event.type().wireName());
        headers.put(Header.SOURCE, event.source().toString());
        headers.put(Header.SUBJECT, event.data().key());
        headers.put(Header.TIME, event.time().toString());
        headers.put(Header.CONTENT_TYPE, JSON);
        if (event.traceparent() != null) {
            headers.put(Header.TRACEPARENT, event.traceparent());
        }
        return new EventRecord(event.topic().wireName(), event.data().key(), headers, writeData(event.data()));
    }

    /// Reads a record back; what it throws is final for that record. The message of the exception names the place and
    /// never repeats the data.
    public CloudEvent read(EventRecord eventRecord) throws UnreadableEventException {
        Map<String, String> headers = eventRecord.headers();
        String typeName = required(headers, Header.TYPE);
        EventType type = EventType.named(typeName)
                .orElseThrow(() -> new UnreadableEventException(Code.UNKNOWN_TYPE, "unknown type " + typeName));
        if (type.topics().stream().noneMatch(topic -> topic.wireName().equals(eventRecord.topic()))) {
            throw new UnreadableEventException(Code.WRONG_TOPIC, typeName + " in " + eventRecord.topic());
        }
        String id = required(headers, Header.ID);
        String source = required(headers, Header.SOURCE);
        String time = required(headers, Header.TIME);
        Event data = readData(eventRecord.value(), type.record());
        try {
            return new CloudEvent(
                    new EventId(id), URI.create(source), Instant.parse(time), data, headers.get(Header.TRACEPARENT));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new UnreadableEventException(Code.HEADER_MALFORMED, "malformed header: " + e.getMessage());
        }
    }

    byte[] writeData(Event data) {
        try {
            return json.writeValueAsBytes(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot be written as JSON: " + EventType.of(data), e);
        }
    }

    <E extends Event> E readData(byte[] value, Class<E> type) throws UnreadableEventException {
        try {
            @Nullable E data = json.readValue(value, type);
            if (data == null) {
                throw new UnreadableEventException(Code.MALFORMED_DATA, "the data is null");
            }
            return data;
        } catch (IOException e) {
            throw new UnreadableEventException(Code.MALFORMED_DATA, "malformed data" + place(e));
        }
    }

    private static String required(Map<String, String> headers, String name) throws UnreadableEventException {
        String value = headers.get(name);
        if (value == null) {
            throw new UnreadableEventException(Code.HEADER_MISSING, "no header " + name);
        }
        return value;
    }

    private static String place(IOException e) {
        return switch (e) {
            case JsonMappingException mapping -> " at " + path(mapping);
            case JsonProcessingException processing
            when processing.getLocation() != null -> " at byte " + offset(processing.getLocation());
            default -> "";
        };
    }

    private static String path(JsonMappingException e) {
        var path = new StringBuilder("$");
        for (JsonMappingException.Reference reference : e.getPath()) {
            path.append('.').append(reference.getFieldName() == null ? reference.getIndex() : reference.getFieldName());
        }
        return path.toString();
    }

    private static long offset(JsonLocation location) {
        return location.getByteOffset();
    }
}
