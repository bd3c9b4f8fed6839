package pl.odzew.responder.answering.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import pl.odzew.events.message.v1.MessageReceived;

/// Messages that wait, as JSON in their row.
@ApplicationScoped
class WaitingMessages {

    private final ObjectMapper json;

    WaitingMessages(ObjectMapper json) {
        this.json = json;
    }

    String write(MessageReceived message) {
        try {
            return json.writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a waiting message cannot be written", e);
        }
    }

    MessageReceived read(String message) {
        try {
            return json.readValue(message, MessageReceived.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a waiting message cannot be read", e);
        }
    }
}
