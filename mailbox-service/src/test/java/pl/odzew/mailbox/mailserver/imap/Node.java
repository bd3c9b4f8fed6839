package pl.odzew.mailbox.mailserver.imap;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// A piece of a command: an atom, a string (quoted or literal), or a list in parentheses.
sealed interface Node {

    record Atom(String value) implements Node {}

    record Text(byte[] bytes) implements Node {}

    record Group(List<Node> nodes) implements Node {}

    /// As `astring` (RFC 3501 §9).
    default String string() {
        return switch (this) {
            case Atom atom -> atom.value();
            case Text text -> new String(text.bytes(), StandardCharsets.UTF_8);
            case Group _ -> throw new ImapSyntaxException("Could not parse command");
        };
    }

    default String keyword() {
        return string().toUpperCase(Locale.ROOT);
    }

    /// The members of a list; one that stands alone counts as a list of one.
    default List<Node> members() {
        return this instanceof Group group ? group.nodes() : List.of(this);
    }
}
