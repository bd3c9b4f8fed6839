package pl.odzew.responder.answering.postgres;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;
import pl.odzew.events.message.v1.MessageReceived;

/// Reads the messages that stand beside decisions.
@ApplicationScoped
class KeptMessages {

    private final ObjectMapper json;

    KeptMessages(ObjectMapper json) {
        this.json = json;
    }

    /// Of those rows that cannot do without, by message id.
    Uni<Map<String, MessageReceived>> neededBy(Mutiny.Session session, List<DecisionRow> rows) {
        List<String> ids = rows.stream()
                .filter(DecisionRow::needsMessage)
                .map(row -> row.messageId)
                .toList();
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return session.createNativeQuery(
                        "select message_id, cast(message as text) from decision where message_id in :ids and message is not null",
                        Object[].class)
                .setParameter("ids", ids)
                .getResultList()
                .map(found -> found.stream()
                        .collect(toMap(columns -> (String) columns[0], columns -> read((String) columns[1]))));
    }

    MessageReceived read(String message) {
        try {
            return json.readValue(message, MessageReceived.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a kept message cannot be read", e);
        }
    }
}
