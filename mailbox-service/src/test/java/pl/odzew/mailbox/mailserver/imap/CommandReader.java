package pl.odzew.mailbox.mailserver.imap;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pl.odzew.mailbox.mailserver.wire.Wire;

/// Reads commands off the wire, literals included: those that wait for our `+` and those of RFC 7888 that
/// do not.
final class CommandReader {

    private static final Pattern LITERAL = Pattern.compile("\\{(\\d{1,9})(\\+?)}");
    private static final int LARGEST_LITERAL = 1 << 20;
    /// `LITERAL-`: up to here a client need not ask (RFC 7888 §5).
    private static final int LARGEST_UNASKED = 4096;

    private final Wire wire;
    private String line = "";
    private int at;

    CommandReader(Wire wire) {
        this.wire = wire;
    }

    /// The next command; null when the client is gone.
    @Nullable
    ImapCommand next() throws IOException {
        String read = wire.readLine();
        if (read == null) {
            return null;
        }
        line = read;
        at = 0;
        String tag = word();
        if (tag.isEmpty()) {
            throw new ImapSyntaxException("Invalid tag");
        }
        try {
            String name = word().toUpperCase(Locale.ROOT);
            if (name.equals("UID")) {
                name = "UID " + word().toUpperCase(Locale.ROOT);
            }
            return new ImapCommand(tag, name, nodes(false));
        } catch (ImapSyntaxException e) {
            throw e.under(tag);
        }
    }

    private String word() {
        int end = line.indexOf(' ', at);
        String word = line.substring(at, end < 0 ? line.length() : end);
        at = end < 0 ? line.length() : end + 1;
        return word;
    }

    private List<Node> nodes(boolean inGroup) throws IOException {
        List<Node> nodes = new ArrayList<>();
        while (true) {
            while (at < line.length() && line.charAt(at) == ' ') {
                at++;
            }
            if (at == line.length() || line.charAt(at) == ')') {
                if (inGroup != at < line.length()) {
                    throw new ImapSyntaxException("Unbalanced parentheses");
                }
                at++;
                return nodes;
            }
            nodes.add(node());
        }
    }

    private Node node() throws IOException {
        return switch (line.charAt(at)) {
            case '(' -> {
                at++;
                yield new Node.Group(nodes(true));
            }
            case '"' -> quoted();
            case '{' -> literal();
            default -> atom();
        };
    }

    /// A section in brackets belongs to its atom, with the spaces and parentheses in it:
    /// `BODY[HEADER.FIELDS (TO)]<0.99>`.
    private Node atom() {
        int start = at;
        boolean inSection = false;
        while (at < line.length()) {
            char c = line.charAt(at);
            if (!inSection && (c == ' ' || c == '(' || c == ')')) {
                break;
            }
            inSection = c == '[' || inSection && c != ']';
            at++;
        }
        if (inSection) {
            throw new ImapSyntaxException("Unbalanced brackets");
        }
        return new Node.Atom(line.substring(start, at));
    }

    private Node quoted() {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (at++; at < line.length(); at++) {
            char c = line.charAt(at);
            if (c == '"') {
                at++;
                return new Node.Text(text.toByteArray());
            }
            if (c == '\\') {
                at++;
            }
            text.write(at < line.length() ? line.charAt(at) : ' ');
        }
        throw new ImapSyntaxException("Unbalanced quotes");
    }

    private Node literal() throws IOException {
        Matcher literal = LITERAL.matcher(line.substring(at));
        if (!literal.matches()) {
            throw new ImapSyntaxException("Invalid literal");
        }
        int size = Integer.parseInt(literal.group(1));
        boolean unasked = !literal.group(2).isEmpty();
        if (size > (unasked ? LARGEST_UNASKED : LARGEST_LITERAL)) {
            throw new ImapSyntaxException("Literal too large");
        }
        if (!unasked) {
            wire.writeLine("+ go ahead");
            wire.flush();
        }
        byte[] bytes = wire.read(size);
        String rest = wire.readLine();
        if (rest == null) {
            throw new EOFException();
        }
        line = rest;
        at = 0;
        return new Node.Text(bytes);
    }

    /// A line that is no command: an answer to our `+`.
    String answer() throws IOException {
        String answer = wire.readLine();
        if (answer == null) {
            throw new EOFException();
        }
        return new String(answer.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
