package pl.odzew.portal.gateway;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The services' OpenAPI documents as one: their paths side by side, their components under names of their own.
public final class OneDocument {

    private static final String REFERENCE = "$ref";
    private static final String COMPONENTS = "#/components/";

    private OneDocument() {}

    /// @param documents by the name of the service
    public static Map<String, Object> of(Map<String, Map<String, Object>> documents) {
        var paths = new LinkedHashMap<String, Object>();
        var components = new LinkedHashMap<String, Map<String, Object>>();
        documents.forEach((service, document) -> {
            map(document.get("paths")).forEach((path, operations) -> {
                if (path.startsWith("/api/v1/")) {
                    paths.merge(ofService(path, service), renamed(operations, service), OneDocument::together);
                }
            });
            map(document.get("components"))
                    .forEach((kind, named) -> map(named)
                            .forEach((name, component) -> components
                                    .computeIfAbsent(kind, _ -> new LinkedHashMap<>())
                                    .put(
                                            kind.equals("securitySchemes") ? name : own(name, service),
                                            renamed(component, service))));
        });
        var one = new LinkedHashMap<String, Object>();
        one.put("openapi", "3.1.0");
        one.put("info", Map.of("title", "Odzew", "version", "v1"));
        one.put("paths", paths);
        one.put("components", components);
        return one;
    }

    /// The generic resources of every service name it in their path.
    private static String ofService(String path, String service) {
        return path.replace("/operator/{service}/", "/operator/" + service + "/");
    }

    private static Object together(Object one, Object other) {
        var both = new LinkedHashMap<String, Object>(map(one));
        both.putAll(map(other));
        return both;
    }

    private static Object renamed(Object value, String service) {
        if (value instanceof Map<?, ?> object) {
            var copy = new LinkedHashMap<String, Object>();
            object.forEach((key, member) -> copy.put(
                    key.toString(),
                    key.equals(REFERENCE) && member instanceof String reference
                            ? reference(reference, service)
                            : renamed(member, service)));
            return copy;
        }
        return value instanceof List<?> list
                ? list.stream().map(element -> renamed(element, service)).toList()
                : value;
    }

    private static String reference(String reference, String service) {
        int name = reference.lastIndexOf('/') + 1;
        return reference.startsWith(COMPONENTS)
                ? reference.substring(0, name) + own(reference.substring(name), service)
                : reference;
    }

    /// `Problem` of mailbox-service and `Problem` of responder-service are two.
    private static String own(String name, String service) {
        return service + "." + name;
    }

    private static Map<String, Object> map(@Nullable Object value) {
        var map = new LinkedHashMap<String, Object>();
        if (value instanceof Map<?, ?> object) {
            object.forEach((key, member) -> map.put(key.toString(), member));
        }
        return map;
    }
}
