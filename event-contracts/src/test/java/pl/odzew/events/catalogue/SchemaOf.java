package pl.odzew.events.catalogue;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.autoresponder.v1.AutoresponderVersion;

/// The JSON Schema that follows from an event's record: components without `@Nullable` are required.
final class SchemaOf {

    private static final Map<Class<?>, String> FORMATS =
            Map.of(Instant.class, "date-time", UUID.class, "uuid", URI.class, "uri");

    private static final SchemaGenerator GENERATOR = generator();

    private SchemaOf() {}

    static String type(EventType type) {
        JsonNode schema = GENERATOR.generateSchema(type.record());
        ((ObjectNode) schema).put("title", type.wireName());
        return schema.toPrettyString() + "\n";
    }

    private static SchemaGenerator generator() {
        var config = new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(new JacksonModule())
                .with(Option.DEFINITIONS_FOR_ALL_OBJECTS)
                .without(Option.NONSTATIC_NONVOID_NONGETTER_METHODS, Option.GETTER_METHODS);
        config.forFields()
                .withRequiredCheck(field -> !Arrays.stream(
                                field.getDeclaringType().getErasedType().getRecordComponents())
                        .filter(component -> component.getName().equals(field.getName()))
                        .anyMatch(SchemaOf::isNullable));
        config.forTypesInGeneral().withCustomDefinitionProvider(SchemaOf::scalar);
        return new SchemaGenerator(config.build());
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    /// Types that are one string or number on the wire.
    private static @Nullable CustomDefinition scalar(ResolvedType type, SchemaGenerationContext context) {
        Class<?> erased = type.getErasedType();
        String format = FORMATS.get(erased);
        if (format != null) {
            return inline(context, format);
        }
        if (erased == AutoresponderVersion.class) {
            return number(context, AutoresponderVersion.values());
        }
        if (!erased.isRecord()) {
            return null;
        }
        return Arrays.stream(erased.getRecordComponents())
                .filter(component -> component.getAccessor().isAnnotationPresent(JsonValue.class))
                .findFirst()
                .map(component -> inline(context, FORMATS.get(component.getType())))
                .orElse(null);
    }

    private static CustomDefinition number(SchemaGenerationContext context, AutoresponderVersion... versions) {
        ObjectNode definition = context.getGeneratorConfig().createObjectNode();
        ArrayNode numbers = definition.put("type", "integer").putArray("enum");
        for (AutoresponderVersion version : versions) {
            numbers.add(version.number());
        }
        return new CustomDefinition(definition, true);
    }

    private static CustomDefinition inline(SchemaGenerationContext context, @Nullable String format) {
        ObjectNode definition = context.getGeneratorConfig().createObjectNode();
        definition.put("type", "string");
        if (format != null) {
            definition.put("format", format);
        }
        return new CustomDefinition(definition, true);
    }
}
