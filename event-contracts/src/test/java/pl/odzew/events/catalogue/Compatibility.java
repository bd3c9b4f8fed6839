package pl.odzew.events.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Whether those who read by a released schema, and those who read what was written by it, still can.
///
/// Fields may be added if they are optional, and values to enumerations. What was promised stays: a field, its type,
/// that it is always there.
final class Compatibility {

    private static final List<String> KINDS = List.of("type", "format", "const", "pattern");

    private final JsonNode released;
    private final JsonNode today;
    private final List<String> breaches = new ArrayList<>();
    private final Set<String> seen = new TreeSet<>();

    private Compatibility(JsonNode released, JsonNode today) {
        this.released = released;
        this.today = today;
    }

    /// One sentence for each; empty when nobody is broken.
    static List<String> breaches(JsonNode released, JsonNode today) {
        var compatibility = new Compatibility(released, today);
        compatibility.compare("$", released, today);
        return compatibility.breaches;
    }

    private void compare(String place, JsonNode before, JsonNode after) {
        JsonNode old = resolved(released, before);
        JsonNode now = resolved(today, after);
        // Types that refer to each other are compared once at each place where they begin.
        if (before.has("$ref") && !seen.add(place + before.path("$ref").asText())) {
            return;
        }
        KINDS.stream()
                .filter(kind -> !old.path(kind).equals(now.path(kind)))
                .forEach(kind ->
                        breaches.add("%s: %s was %s and is %s".formatted(place, kind, old.path(kind), now.path(kind))));
        compareValues(place, old, now);
        compareFields(place, old, now);
        if (old.has("items")) {
            compare(place + "[]", old.path("items"), now.path("items"));
        }
    }

    private void compareValues(String place, JsonNode old, JsonNode now) {
        Set<String> values = texts(old.path("enum"));
        values.removeAll(texts(now.path("enum")));
        values.forEach(value -> breaches.add(place + ": the value " + value + " is gone"));
    }

    private void compareFields(String place, JsonNode old, JsonNode now) {
        old.path("properties").fields().forEachRemaining(field -> {
            JsonNode after = now.path("properties").path(field.getKey());
            if (after.isMissingNode()) {
                breaches.add(place + "." + field.getKey() + " is gone");
            } else {
                compare(place + "." + field.getKey(), field.getValue(), after);
            }
        });
        Set<String> alwaysThere = texts(old.path("required"));
        Set<String> needed = texts(now.path("required"));
        alwaysThere.stream()
                .filter(field ->
                        !needed.contains(field) && now.path("properties").has(field))
                .forEach(field -> breaches.add(place + "." + field + " was always there and may now be absent"));
        needed.stream()
                .filter(field -> !alwaysThere.contains(field))
                .forEach(field -> breaches.add(place + "." + field + " is required and older events lack it"));
    }

    private static JsonNode resolved(JsonNode root, JsonNode schema) {
        String reference = schema.path("$ref").asText();
        return reference.startsWith("#/") ? root.at(reference.substring(1)) : schema;
    }

    private static Set<String> texts(JsonNode array) {
        var texts = new TreeSet<String>();
        array.forEach(item -> texts.add(item.asText()));
        return texts;
    }
}
