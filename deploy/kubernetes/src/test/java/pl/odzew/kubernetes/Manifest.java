package pl.odzew.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// One rendered document.
record Manifest(JsonNode json) {

    String apiVersion() {
        return json.path("apiVersion").asText();
    }

    String kind() {
        return json.path("kind").asText();
    }

    String name() {
        return json.at("/metadata/name").asText();
    }

    boolean is(String kind) {
        return kind().equals(kind);
    }

    /// The labels of its pods; empty for what makes none.
    Map<String, String> podLabels() {
        return texts(json.at("/spec/template/metadata/labels"));
    }

    boolean makesPods() {
        return is("Deployment") || is("Job");
    }

    JsonNode podSpec() {
        return json.at("/spec/template/spec");
    }

    Stream<JsonNode> containers() {
        return items(podSpec().path("containers"));
    }

    static Stream<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    static Map<String, String> texts(JsonNode object) {
        var texts = new TreeMap<String, String>();
        for (Iterator<Map.Entry<String, JsonNode>> fields = object.fields(); fields.hasNext(); ) {
            Map.Entry<String, JsonNode> field = fields.next();
            texts.put(field.getKey(), field.getValue().asText());
        }
        return texts;
    }

    @Override
    public String toString() {
        return kind() + " " + name();
    }
}
