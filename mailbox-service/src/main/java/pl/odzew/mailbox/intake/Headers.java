package pl.odzew.mailbox.intake;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The header of a mail, top to bottom: what servers put on top comes first.
///
/// @param fields unfolded, otherwise as written
public record Headers(List<Field> fields) {

    private static final Pattern ID = Pattern.compile("<[\\x21-\\x3b\\x3d\\x3f-\\x7e]{1,900}>");

    public Headers {
        fields = List.copyOf(fields);
    }

    /// @param name as written; case means nothing
    public record Field(String name, String value) {

        public Field {
            Objects.requireNonNull(name, "name is null");
            Objects.requireNonNull(value, "value is null");
        }

        boolean isNamed(String other) {
            return name.equalsIgnoreCase(other);
        }
    }

    public Stream<String> all(String name) {
        return fields.stream().filter(field -> field.isNamed(name)).map(Field::value);
    }

    public Optional<String> first(String name) {
        return all(name).findFirst();
    }

    public boolean has(String name) {
        return fields.stream().anyMatch(field -> field.isNamed(name));
    }

    /// Message-IDs in the fields of this name, with their angle brackets, in their order; what is none is left out.
    public List<String> ids(String name) {
        return all(name)
                .flatMap(value -> ID.matcher(value).results().map(match -> match.group()))
                .toList();
    }

    /// Names of the fields that begin so, each once, as they are commonly written.
    Stream<String> namesBeginning(String prefix) {
        return fields.stream()
                .map(Field::name)
                .filter(name -> name.toLowerCase(Locale.ROOT).startsWith(prefix.toLowerCase(Locale.ROOT)))
                .distinct();
    }

    @Override
    public String toString() {
        return "Headers[" + fields.size() + " fields]";
    }
}
