package pl.odzew.mailbox.watch.imap;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a server can do; differs before and after the login.
///
/// @param names in capitals
record Capabilities(Set<String> names) {

    Capabilities {
        names = Set.copyOf(names);
    }

    /// Finds them where they were told unasked (RFC 3501 §7.1), as data or as a code of a status line.
    static Optional<Capabilities> in(Answer answer) {
        Stream<List<String>> asData = answer.data("CAPABILITY")
                .map(data -> data.values().stream().map(Value::asText).toList());
        Stream<List<String>> asCode = answer.statuses()
                .flatMap(status -> Stream.ofNullable(status.codeOf("CAPABILITY")))
                .map(names -> Arrays.asList(names.split(" ")));
        return Stream.concat(asData, asCode)
                .reduce((_, last) -> last)
                .map(names -> new Capabilities(names.stream()
                        .map(name -> name.toUpperCase(Locale.ROOT))
                        .collect(Collectors.toSet())));
    }

    boolean has(String name) {
        return names.contains(name);
    }

    boolean isGmail() {
        return has("X-GM-EXT-1");
    }
}
