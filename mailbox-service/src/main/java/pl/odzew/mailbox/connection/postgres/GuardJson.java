package pl.odzew.mailbox.connection.postgres;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import pl.odzew.mailbox.refusal.OutageGuard;

/// A guard as it stands in its column; the names here must never change.
final class GuardJson {

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = OutageGuard.Watching.class, name = "WATCHING"),
        @JsonSubTypes.Type(value = OutageGuard.Holding.class, name = "HOLDING"),
        @JsonSubTypes.Type(value = OutageGuard.Easing.class, name = "EASING"),
        @JsonSubTypes.Type(value = OutageGuard.Warning.class, name = "WARNING")
    })
    private interface Named {}

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addMixIn(OutageGuard.class, Named.class)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    private GuardJson() {}

    static String write(OutageGuard guard) {
        try {
            return JSON.writerFor(OutageGuard.class).writeValueAsString(guard);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a guard cannot be written", e);
        }
    }

    static OutageGuard read(String json) {
        try {
            return JSON.readValue(json, OutageGuard.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a guard cannot be read", e);
        }
    }
}
