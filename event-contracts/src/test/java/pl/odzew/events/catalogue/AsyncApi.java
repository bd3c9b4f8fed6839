package pl.odzew.events.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/// The catalogue as an AsyncAPI 3.0 document.
final class AsyncApi {

    private static final String BINDING_VERSION = "0.5.0";
    private static final String SCHEMA_FORMAT = "application/schema+json;version=draft-2020-12";

    private final ObjectMapper json = new ObjectMapper();

    JsonNode document() throws IOException {
        ObjectNode document = json.createObjectNode();
        document.put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", "Odzew: events")
                .put("version", "1")
                .put(
                        "description",
                        "CloudEvents 1.0 in Kafka's binary mode: attributes in ce_* headers, JSON in the value. Events"
                                + " of one key come in order and at least once, so remember the ce_id's that you have"
                                + " seen. Fields may be added; a new meaning is a new type beside the old one.");
        document.put("defaultContentType", "application/json");
        ObjectNode channels = document.putObject("channels");
        ObjectNode operations = document.putObject("operations");
        for (Topic topic : Topic.values()) {
            channels.set(topic.wireName(), channel(topic));
            operations.set("receive." + topic.wireName(), operation(topic));
        }
        ObjectNode components = document.putObject("components");
        ObjectNode messages = components.putObject("messages");
        for (EventType type : EventType.values()) {
            messages.set(type.wireName(), message(type));
        }
        components.putObject("schemas").set("headers", headers());
        return document;
    }

    private ObjectNode channel(Topic topic) {
        ObjectNode channel = json.createObjectNode();
        channel.put("address", topic.wireName()).put("description", Described.topic(topic));
        ObjectNode messages = channel.putObject("messages");
        Described.types(topic)
                .forEach(type -> messages.set(type.wireName(), reference("/components/messages/" + type.wireName())));
        ObjectNode kafka = channel.putObject("bindings").putObject("kafka");
        kafka.put("topic", topic.wireName());
        kafka.set("topicConfiguration", configuration(topic));
        kafka.put("bindingVersion", BINDING_VERSION);
        channel.put("x-key", Described.key(topic))
                .put("x-kept", Described.kept(topic))
                .put("x-written-by", Described.writers(topic))
                .put("x-read-by", Described.readers(topic))
                .put("x-personal-data", Described.personalData(topic))
                .put("x-dead-letters", topic.deadLetterTopic());
        return channel;
    }

    private ObjectNode configuration(Topic topic) {
        ObjectNode configuration = json.createObjectNode();
        for (Map.Entry<String, String> entry : new TreeMap<>(topic.configuration()).entrySet()) {
            switch (entry.getKey()) {
                case "cleanup.policy" -> configuration.putArray(entry.getKey()).add(entry.getValue());
                case "retention.ms" -> configuration.put(entry.getKey(), Long.parseLong(entry.getValue()));
                default -> {
                    // The binding has no other words.
                }
            }
        }
        return configuration;
    }

    private ObjectNode operation(Topic topic) {
        ObjectNode operation = json.createObjectNode();
        operation.put("action", "receive");
        operation.set("channel", reference("/channels/" + topic.wireName()));
        return operation;
    }

    private ObjectNode message(EventType type) throws IOException {
        ObjectNode message = json.createObjectNode();
        message.put("name", type.wireName()).put("summary", Described.type(type));
        message.set("headers", reference("/components/schemas/headers"));
        ObjectNode payload = message.putObject("payload");
        payload.put("schemaFormat", SCHEMA_FORMAT);
        payload.set("schema", json.readTree(SchemaOf.type(type)));
        ArrayNode examples = message.putArray("examples");
        examples.addObject()
                .set(
                        "payload",
                        json.readTree(
                                new EventCodec().writeData(Samples.of(type).data())));
        return message;
    }

    private ObjectNode headers() {
        ObjectNode headers = json.createObjectNode();
        headers.put("type", "object");
        ObjectNode properties = headers.putObject("properties");
        text(properties, EventCodec.Header.SPEC_VERSION, "1.0");
        text(properties, EventCodec.Header.ID, "The same for the same thing, always: remember it");
        text(properties, EventCodec.Header.TYPE, "Which record the value is");
        text(properties, EventCodec.Header.SOURCE, "Which service wrote it");
        text(properties, EventCodec.Header.SUBJECT, "The key");
        text(properties, EventCodec.Header.TIME, "When it happened, RFC 3339");
        text(properties, EventCodec.Header.TRACEPARENT, "W3C trace context; may be absent");
        headers.putArray("required")
                .add(EventCodec.Header.SPEC_VERSION)
                .add(EventCodec.Header.ID)
                .add(EventCodec.Header.TYPE)
                .add(EventCodec.Header.SOURCE)
                .add(EventCodec.Header.TIME);
        return headers;
    }

    private static void text(ObjectNode properties, String name, String description) {
        properties.putObject(name).put("type", "string").put("description", description);
    }

    private ObjectNode reference(String path) {
        return json.createObjectNode().put("$ref", "#" + path);
    }
}
