package pl.odzew.mailbox.mailserver.post;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Encoded words of header fields (RFC 2047) in both directions, and the quoted-printable that they share
/// with bodies.
public final class EncodedWords {

    private static final Pattern WORD = Pattern.compile("=\\?([^?]+)\\?([bBqQ])\\?([^?]*)\\?=(?:\\s+(?==\\?))?");

    private static final String BEGIN = "=?utf-8?q?";
    /// Of the 75 characters that RFC 2047 §2 allows, without what stands around them.
    private static final int LONGEST_WORD = 60;

    private EncodedWords() {}

    public static String decode(String field) {
        Matcher words = WORD.matcher(field);
        StringBuilder readable = new StringBuilder();
        while (words.find()) {
            words.appendReplacement(readable, Matcher.quoteReplacement(word(words)));
        }
        return words.appendTail(readable).toString();
    }

    /// As it is where it is ASCII, else in Allegro's manner: as encoded words, folded before they get too long.
    public static String encode(String text) {
        if (text.chars().allMatch(c -> c >= ' ' && c < 127)) {
            return text;
        }
        StringBuilder words = new StringBuilder();
        StringBuilder word = new StringBuilder();
        for (int character : text.codePoints().toArray()) {
            String piece = encode(character);
            if (word.length() + piece.length() > LONGEST_WORD) {
                words.append(BEGIN).append(word).append("?=\r\n ");
                word.setLength(0);
            }
            word.append(piece);
        }
        return words.append(BEGIN).append(word).append("?=").toString();
    }

    private static String encode(int character) {
        if (character == ' ') {
            return "_";
        }
        if (character < 128 && Character.isLetterOrDigit(character)) {
            return Character.toString(character);
        }
        StringBuilder bytes = new StringBuilder();
        for (byte b : Character.toString(character).getBytes(StandardCharsets.UTF_8)) {
            bytes.append("=%02X".formatted(b & 0xff));
        }
        return bytes.toString();
    }

    static byte[] quotedPrintable(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String joined = text.replaceAll("=[ \t]*\r?\n", "");
        for (int i = 0; i < joined.length(); i++) {
            char c = joined.charAt(i);
            if (c == '=' && i + 2 < joined.length() && isHex(joined.charAt(i + 1)) && isHex(joined.charAt(i + 2))) {
                bytes.write(Integer.parseInt(joined, i + 1, i + 3, 16));
                i += 2;
            } else {
                bytes.write(c);
            }
        }
        return bytes.toByteArray();
    }

    private static String word(Matcher word) {
        byte[] bytes = word.group(2).equalsIgnoreCase("b")
                ? Base64.getMimeDecoder().decode(word.group(3))
                : quotedPrintable(word.group(3).replace('_', ' '));
        return new String(bytes, charset(word.group(1)));
    }

    static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            return StandardCharsets.UTF_8;
        }
    }

    private static boolean isHex(char c) {
        return Character.digit(c, 16) >= 0;
    }
}
