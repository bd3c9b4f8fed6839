package pl.odzew.events.message.v1;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;

/// A buyer's words as plain text, without quoted history; at most 16 KiB of UTF-8.
///
/// @param cut whether the message was longer
public record MessageText(String value, boolean cut) {

    /// In bytes of UTF-8.
    public static final int MAX_BYTES = 16 * 1024;

    public MessageText {
        requireNonNull(value, "value is null");
        if (value.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw new IllegalArgumentException("a text of at most " + MAX_BYTES + " bytes expected");
        }
    }

    /// Takes as much of the text as fits, never half a character.
    public static MessageText of(String text) {
        if (text.length() <= MAX_BYTES / 3 || text.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES) {
            return new MessageText(text, false);
        }
        int bytes = 0;
        int end = 0;
        while (end < text.length()) {
            int codePoint = text.codePointAt(end);
            bytes += codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
            if (bytes > MAX_BYTES) {
                break;
            }
            end += Character.charCount(codePoint);
        }
        return new MessageText(text.substring(0, end), true);
    }

    /// The words are a buyer's: logs and exceptions do not show them.
    @Override
    public String toString() {
        return "MessageText[" + value.length() + " characters" + (cut ? ", cut]" : "]");
    }
}
