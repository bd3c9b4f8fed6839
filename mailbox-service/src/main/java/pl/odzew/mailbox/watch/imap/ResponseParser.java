package pl.odzew.mailbox.watch.imap;

import static pl.odzew.mailbox.watch.imap.Response.Kind;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads one whole response (RFC 3501 §9), strictly: what it does not understand is a [ProtocolViolation].
final class ResponseParser {

    private static final int DEEPEST = 16;

    private final byte[] bytes;
    private final int end;
    private int at;

    /// @param end where the line end that closes the response begins
    ResponseParser(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.at = start;
        this.end = end;
    }

    Response parse() {
        if (at < end && bytes[at] == '+') {
            at++;
            skipSpace();
            return new Response.Continuation(rest());
        }
        String tag = word();
        skipSpace();
        boolean untagged = tag.equals("*");
        int line = at;
        String name = word();
        Optional<Kind> kind = kind(name);
        if (kind.isPresent()) {
            return status(untagged ? null : tag, kind.get(), text(line));
        }
        if (!untagged) {
            throw new ProtocolViolation("a tagged response is no status");
        }
        return data(name);
    }

    private Response.Status status(@Nullable String tag, Kind kind, String line) {
        skipSpace();
        return new Response.Status(tag, kind, code(text(at)), tag == null ? "* " + line : line);
    }

    /// A bracket that is not closed belongs to the sentence: a refusal is never lost for its style.
    private static @Nullable String code(String words) {
        int close = words.indexOf(']');
        return words.startsWith("[") && close > 0 ? words.substring(1, close) : null;
    }

    private Response.Data data(String first) {
        long number = -1;
        String name = first;
        if (!first.isEmpty() && first.chars().allMatch(c -> c >= '0' && c <= '9')) {
            number = new Value.Atom(first).asNumber();
            skipSpace();
            name = word();
        }
        if (name.isEmpty()) {
            throw new ProtocolViolation("a response without a name");
        }
        skipSpace();
        return new Response.Data(number, name.toUpperCase(Locale.ROOT), values(0));
    }

    private List<Value> values(int depth) {
        List<Value> values = new ArrayList<>();
        skipSpace();
        while (at < end && bytes[at] != ')') {
            values.add(value(depth));
            skipSpace();
        }
        if (depth == 0 && at < end) {
            throw new ProtocolViolation("a list closes that was never opened");
        }
        return values;
    }

    private Value value(int depth) {
        return switch (bytes[at]) {
            case '(' -> group(depth + 1);
            case '"' -> quoted();
            case '{' -> literal();
            default -> atom();
        };
    }

    private Value group(int depth) {
        if (depth > DEEPEST) {
            throw new ProtocolViolation("lists stand in lists more than " + DEEPEST + " deep");
        }
        at++;
        List<Value> values = values(depth);
        if (at == end) {
            throw new ProtocolViolation("a list is not closed");
        }
        at++;
        return new Value.Group(values);
    }

    private Value quoted() {
        byte[] unescaped = new byte[end - at];
        int length = 0;
        for (at++; at < end && bytes[at] != '"'; at++) {
            if (bytes[at] == '\\') {
                at++;
            }
            if (at < end) {
                unescaped[length++] = bytes[at];
            }
        }
        if (at >= end) {
            throw new ProtocolViolation("a quoted string is not closed");
        }
        at++;
        return new Value.Text(Arrays.copyOf(unescaped, length));
    }

    /// The reader has seen that the literal is announced at a line's end and is there in full.
    private Value literal() {
        int close = find('}');
        long size = new Value.Atom(text(at + 1, close)).asNumber();
        int begin = close + 3;
        if (size < 0 || begin + size > end || bytes[close + 1] != '\r') {
            throw new ProtocolViolation("a literal that was not announced");
        }
        at = begin + (int) size;
        return new Value.Text(Arrays.copyOfRange(bytes, begin, at));
    }

    /// Brackets belong to it with all that is in them: `BODY[HEADER.FIELDS (FROM)]<0>`.
    private Value atom() {
        int begin = at;
        while (at < end && isAtom(bytes[at])) {
            at = bytes[at] == '[' ? find(']') + 1 : at + 1;
        }
        if (at == begin) {
            throw new ProtocolViolation("a character that stands for nothing");
        }
        return new Value.Atom(text(begin, at));
    }

    private static boolean isAtom(byte b) {
        return (b > ' ' || b < 0) && b != '(' && b != ')' && b != '"' && b != '{' && b != 127;
    }

    private String word() {
        int begin = at;
        while (at < end && bytes[at] != ' ') {
            at++;
        }
        return text(begin, at);
    }

    private void skipSpace() {
        while (at < end && bytes[at] == ' ') {
            at++;
        }
    }

    private int find(char wanted) {
        for (int i = at; i < end; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        throw new ProtocolViolation("a bracket is not closed");
    }

    private String rest() {
        return text(at);
    }

    private String text(int from) {
        return text(from, end);
    }

    private String text(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    private static Optional<Kind> kind(String name) {
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "OK" -> Optional.of(Kind.OK);
            case "NO" -> Optional.of(Kind.NO);
            case "BAD" -> Optional.of(Kind.BAD);
            case "BYE" -> Optional.of(Kind.BYE);
            case "PREAUTH" -> Optional.of(Kind.PREAUTH);
            default -> Optional.empty();
        };
    }
}
