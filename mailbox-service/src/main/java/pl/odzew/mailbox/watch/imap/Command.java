package pl.odzew.mailbox.watch.imap;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// One command without its tag.
///
/// @param name for logs: what is sent may hold a credential
/// @param parts sent one after the other, each when the server asks for it (`+`); the last ends with CRLF
/// @param limits how large the answer may be
record Command(String name, List<byte[]> parts, Limits limits) {

    /// A command that is what it says and is answered shortly.
    static Command of(String line) {
        return new Builder(line).build(Limits.SMALL);
    }

    static Builder named(String name) {
        return new Builder(name);
    }

    /// Puts a command together; strings go quoted where they can, as literals where they must.
    static final class Builder {

        private final String name;
        private final List<byte[]> parts = new ArrayList<>();
        private final ByteArrayOutputStream part = new ByteArrayOutputStream();

        private Builder(String name) {
            this.name = name;
            plain(name);
        }

        /// Adds text as it stands; it must come from us.
        Builder plain(String text) {
            part.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
            return this;
        }

        /// Adds a string of whatever content.
        Builder string(String text) {
            if (isQuotable(text)) {
                return plain("\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"");
            }
            byte[] literal = text.getBytes(StandardCharsets.UTF_8);
            plain("{" + literal.length + "}");
            nextPart();
            part.writeBytes(literal);
            return this;
        }

        /// What follows is sent when the server asks for it.
        Builder nextPart() {
            plain("\r\n");
            parts.add(part.toByteArray());
            part.reset();
            return this;
        }

        Command build(Limits limits) {
            nextPart();
            return new Command(name, List.copyOf(parts), limits);
        }

        private static boolean isQuotable(String text) {
            return text.chars().allMatch(c -> c >= ' ' && c < 127);
        }
    }
}
