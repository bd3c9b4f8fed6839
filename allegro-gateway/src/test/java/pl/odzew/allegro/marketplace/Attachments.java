package pl.odzew.allegro.marketplace;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import pl.odzew.allegro.marketplace.Answer.OutsideDocument;
import pl.odzew.allegro.marketplace.Data.Attachment;

/// Files: declared, then uploaded, and only then named in a message (#9124).
final class Attachments {

    private static final Set<String> MEDIA_TYPES =
            Set.of("image/png", "image/gif", "image/bmp", "image/tiff", "image/jpeg", "application/pdf");

    private final Store store;

    Attachments(Store store) {
        this.store = store;
    }

    /// @param nameField `filename` for messages, `fileName` for claims
    Answer declare(Exchange exchange, String nameField) {
        JsonNode body = body(exchange);
        String id = UUID.randomUUID().toString();
        store.change(data -> {
            var attachment = new Attachment();
            attachment.fileName = body.path(nameField).asText();
            attachment.size = body.path(body.has("size") ? "size" : "fileSize").asLong();
            return data.attachments.put(id, attachment);
        });
        return Answer.of(201, Map.of("id", id));
    }

    /// Where the bytes of a claim's file go, once; its form is Allegro's own affair.
    String address(Answer declared, Exchange exchange) {
        Map<?, ?> body = (Map<?, ?>) requireNonNull(declared.body());
        return "http://" + exchange.header("Host") + "/sale/issues/attachments/" + body.get("id");
    }

    Answer upload(Exchange exchange, String id) {
        String mediaType = exchange.header("Content-Type");
        if (mediaType == null || !MEDIA_TYPES.contains(mediaType)) {
            return Answer.outside(OutsideDocument.MEDIA_TYPE, 415, Errors.notAcceptable());
        }
        return store.change(data -> {
            Attachment attachment = data.attachments.get(id);
            if (attachment == null || attachment.size != exchange.bytes().length) {
                return Answer.outside(OutsideDocument.REFUSED, 422, Errors.attachmentNotUploaded());
            }
            attachment.mediaType = mediaType;
            attachment.uploaded = true;
            return Answer.of(200, Map.of("id", id));
        });
    }

    boolean areUploaded(Exchange exchange) {
        List<String> ids = ids(exchange);
        return store.read(data -> ids.stream().allMatch(id -> {
            Attachment attachment = data.attachments.get(id);
            return attachment != null && attachment.uploaded;
        }));
    }

    /// The names of the files that a message names.
    List<String> named(Exchange exchange) {
        List<String> ids = ids(exchange);
        return store.read(data -> ids.stream()
                .filter(data.attachments::containsKey)
                .map(id -> data.attachments.get(id).fileName)
                .toList());
    }

    private static List<String> ids(Exchange exchange) {
        return body(exchange)
                .path("attachments")
                .valueStream()
                .map(each -> each.path("id").asText())
                .toList();
    }

    private static JsonNode body(Exchange exchange) {
        try {
            return Store.JSON.readTree(exchange.body());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
