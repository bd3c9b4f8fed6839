package pl.odzew.mailbox.watch.imap;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// How folders are named on the wire (RFC 3501 §5.1.3): `Wys&AUI-ane` is `Wysłane`.
final class ModifiedUtf7 {

    private static final Base64.Encoder ENCODER = Base64.getEncoder().withoutPadding();

    private ModifiedUtf7() {}

    static String encode(String name) {
        StringBuilder encoded = new StringBuilder();
        StringBuilder foreign = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c >= ' ' && c < 127) {
                flush(foreign, encoded);
                encoded.append(c == '&' ? "&-" : String.valueOf(c));
            } else {
                foreign.append(c);
            }
        }
        flush(foreign, encoded);
        return encoded.toString();
    }

    /// A name that is not well-formed is given back as it is: we could not open the folder by any other.
    static String decode(String encoded) {
        StringBuilder name = new StringBuilder();
        int at = 0;
        while (at < encoded.length()) {
            char c = encoded.charAt(at);
            int end = c == '&' ? encoded.indexOf('-', at) : at;
            if (end < 0) {
                return encoded;
            }
            if (c != '&') {
                name.append(c);
            } else if (end == at + 1) {
                name.append('&');
            } else {
                try {
                    byte[] utf16 = Base64.getDecoder()
                            .decode(encoded.substring(at + 1, end).replace(',', '/'));
                    name.append(new String(utf16, StandardCharsets.UTF_16BE));
                } catch (IllegalArgumentException _) {
                    return encoded;
                }
            }
            at = end + 1;
        }
        return name.toString();
    }

    private static void flush(StringBuilder foreign, StringBuilder encoded) {
        if (!foreign.isEmpty()) {
            byte[] utf16 = foreign.toString().getBytes(StandardCharsets.UTF_16BE);
            encoded.append('&')
                    .append(ENCODER.encodeToString(utf16).replace('/', ','))
                    .append('-');
            foreign.setLength(0);
        }
    }
}
