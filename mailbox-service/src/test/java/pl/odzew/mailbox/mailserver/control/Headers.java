package pl.odzew.mailbox.mailserver.control;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pl.odzew.mailbox.mailserver.post.Rfc5322;

/// A mail's header fields by name, unfolded, otherwise as they stand in the mail.
public record Headers(@JsonValue Map<String, List<String>> fields) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Headers {}

    static Headers of(Rfc5322 mail) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        mail.fields()
                .forEach(field -> fields.computeIfAbsent(field.name(), _ -> new ArrayList<>())
                        .add(field.value()));
        return new Headers(fields);
    }

    public Optional<String> first(String name) {
        return fields.entrySet().stream()
                .filter(field -> field.getKey().equalsIgnoreCase(name))
                .flatMap(field -> field.getValue().stream())
                .findFirst();
    }
}
