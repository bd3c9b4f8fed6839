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
import pl.odzew.mailbox.connection.Condition;

/// A condition as it stands in its column; the names here must never change.
final class ConditionJson {

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Condition.Ok.class, name = "OK"),
        @JsonSubTypes.Type(value = Condition.Suspect.class, name = "SUSPECT"),
        @JsonSubTypes.Type(value = Condition.AuthFailed.class, name = "AUTH_FAILED"),
        @JsonSubTypes.Type(value = Condition.Unreachable.class, name = "UNREACHABLE"),
        @JsonSubTypes.Type(value = Condition.Probing.class, name = "PROBING"),
        @JsonSubTypes.Type(value = Condition.Paused.class, name = "PAUSED")
    })
    private interface Named {}

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addMixIn(Condition.class, Named.class)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    private ConditionJson() {}

    static String write(Condition condition) {
        try {
            return JSON.writerFor(Condition.class).writeValueAsString(condition);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a condition cannot be written", e);
        }
    }

    static Condition read(String json) {
        try {
            return JSON.readValue(json, Condition.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a condition cannot be read", e);
        }
    }
}
