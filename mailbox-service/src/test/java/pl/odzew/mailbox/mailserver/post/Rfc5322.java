package pl.odzew.mailbox.mailserver.post;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A mail's bytes, looked at as header fields and body (RFC 5322); of MIME it knows just enough to show
/// the text.
public record Rfc5322(byte[] bytes) {

    /// A header field as it stands, folding included.
    ///
    /// @param raw with its line ends
    public record Field(String name, String raw) {

        /// Without the folding.
        public String value() {
            return raw.substring(raw.indexOf(':') + 1)
                    .replaceAll("\r?\n[ \t]+", " ")
                    .strip();
        }
    }

    /// The header with the empty line that ends it.
    public byte[] header() {
        return Arrays.copyOf(bytes, bodyStart());
    }

    public byte[] body() {
        return Arrays.copyOfRange(bytes, bodyStart(), bytes.length);
    }

    public List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        String header = new String(header(), StandardCharsets.UTF_8);
        for (String raw : header.split("\r\n(?![ \t])")) {
            int colon = raw.indexOf(':');
            if (colon > 0) {
                fields.add(new Field(raw.substring(0, colon).strip(), raw + "\r\n"));
            }
        }
        return fields;
    }

    public List<String> all(String name) {
        return fields().stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(Field::value)
                .toList();
    }

    public Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    /// The first field of the name in readable characters, empty where there is none.
    public String readable(String name) {
        return first(name).map(EncodedWords::decode).orElse("");
    }

    /// The first text of the mail in readable characters; HTML as it stands where there is nothing plainer.
    public String text() {
        return MimeText.of(this);
    }

    private int bodyStart() {
        if (bytes.length >= 2 && bytes[0] == '\r' && bytes[1] == '\n') {
            return 2;
        }
        for (int i = 0; i + 3 < bytes.length; i++) {
            if (bytes[i] == '\r' && bytes[i + 1] == '\n' && bytes[i + 2] == '\r' && bytes[i + 3] == '\n') {
                return i + 4;
            }
        }
        return bytes.length;
    }
}
