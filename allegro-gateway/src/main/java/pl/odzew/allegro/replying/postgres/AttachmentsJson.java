package pl.odzew.allegro.replying.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import pl.odzew.events.reply.v1.AttachmentRef;

/// References to files as they stand in a row.
final class AttachmentsJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private AttachmentsJson() {}

    static String write(List<AttachmentRef> attachments) {
        try {
            return JSON.writeValueAsString(attachments);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<AttachmentRef> read(String json) {
        try {
            return JSON.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
