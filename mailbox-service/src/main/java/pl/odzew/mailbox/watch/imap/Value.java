package pl.odzew.mailbox.watch.imap;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import pl.odzew.mailbox.intake.Uid;

/// A piece of data in a response (RFC 3501 §4).
sealed interface Value {

    /// An atom or a number, with its brackets: `UID`, `\Sent`, `BODY[HEADER]<0>`.
    record Atom(String name) implements Value {}

    /// A quoted string or a literal.
    record Text(byte[] bytes) implements Value {}

    /// A parenthesised list.
    record Group(List<Value> values) implements Value {

        public Group {
            values = List.copyOf(values);
        }
    }

    /// As a word; empty for a group and for `NIL`.
    default String asText() {
        return switch (this) {
            case Atom atom -> atom.name().equalsIgnoreCase("NIL") ? "" : atom.name();
            case Text text -> new String(text.bytes(), StandardCharsets.UTF_8);
            case Group _ -> "";
        };
    }

    /// As the bytes of a string; empty for a group and for `NIL`.
    default byte[] asBytes() {
        return this instanceof Text text ? text.bytes() : asText().getBytes(StandardCharsets.UTF_8);
    }

    /// As a number of up to 64 bits without a sign.
    default long asNumber() {
        try {
            return Long.parseUnsignedLong(asText());
        } catch (NumberFormatException _) {
            throw new ProtocolViolation("a number expected");
        }
    }

    /// As a UID, which has 32 bits (RFC 3501 §2.3.1.1).
    default Uid asUid() {
        try {
            return new Uid(asNumber());
        } catch (IllegalArgumentException _) {
            throw new ProtocolViolation("a UID expected");
        }
    }

    /// As a keyword, whose case means nothing.
    default String asKeyword() {
        return asText().toUpperCase(Locale.ROOT);
    }
}
