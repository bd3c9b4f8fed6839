package pl.odzew.mailbox.watch.imap;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Cuts a server's bytes, in whatever chunks they come, into responses. Knows no socket.
///
/// A response ends with a line that announces no literal (`{n}`); in status lines nothing is announced, since people
/// write their words. After a [ProtocolViolation] the reader is of no further use.
final class ResponseReader {

    private static final byte[] NOTHING = {};
    private static final int NO_LITERAL = -1;
    /// Enough for `{2147483647}`; longer ones are no size that we would take.
    private static final int LONGEST_SIZE = 10;

    private Limits limits = Limits.SMALL;
    private byte[] bytes = NOTHING;
    private int length;
    private int start;
    /// Where the present piece of text, between literals, began; beyond `length` while a literal is coming.
    private int segment;
    private int scanned;
    private int text;
    private long answered;

    /// A command is sent: its answer may have this size.
    void expect(Limits answer) {
        limits = answer;
        answered = length;
    }

    /// Takes the next bytes and gives the responses that are whole with them.
    List<Response> read(byte[] chunk) {
        answered += chunk.length;
        if (answered > limits.answer()) {
            throw new ProtocolViolation("an answer is larger than " + limits.answer() + " bytes");
        }
        append(chunk);
        List<Response> whole = new ArrayList<>();
        for (int end = endOfResponse(); end >= 0; end = endOfResponse()) {
            whole.add(new ResponseParser(bytes, start, end - 2).parse());
            start = end;
            segment = end;
            scanned = end;
            text = 0;
        }
        dropRead();
        return whole;
    }

    private int endOfResponse() {
        while (segment <= length) {
            int lineFeed = lineFeed();
            if (lineFeed < 0) {
                checkLine(length - segment);
                scanned = length;
                return -1;
            }
            checkLine(lineFeed - segment);
            if (lineFeed == segment || bytes[lineFeed - 1] != '\r') {
                throw new ProtocolViolation("a line does not end with CR and LF");
            }
            int literal = announcedLiteral(lineFeed - 1);
            if (literal == NO_LITERAL) {
                return lineFeed + 1;
            }
            text += lineFeed + 1 - segment;
            segment = lineFeed + 1 + literal;
            scanned = segment;
        }
        return -1;
    }

    private int lineFeed() {
        for (int i = scanned; i < length; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private int announcedLiteral(int lineEnd) {
        if (lineEnd == segment || bytes[lineEnd - 1] != '}' || isStatus()) {
            return NO_LITERAL;
        }
        int open = lineEnd - 2;
        while (open > segment && bytes[open] >= '0' && bytes[open] <= '9') {
            open--;
        }
        int digits = lineEnd - 2 - open;
        if (bytes[open] != '{' || digits == 0) {
            return NO_LITERAL;
        }
        if (digits > LONGEST_SIZE) {
            throw new ProtocolViolation("a literal is too large");
        }
        long size = Long.parseLong(new String(bytes, open + 1, digits, StandardCharsets.US_ASCII));
        if (size > limits.literal()) {
            throw new ProtocolViolation("a literal is larger than " + limits.literal() + " bytes");
        }
        return (int) size;
    }

    /// Only untagged data has literals: `* NO {5}` is a sentence.
    private boolean isStatus() {
        if (bytes[start] != '*') {
            return true;
        }
        String begin = new String(bytes, start, Math.min(10, length - start), StandardCharsets.ISO_8859_1)
                .toUpperCase(Locale.ROOT);
        return begin.startsWith("* OK ")
                || begin.startsWith("* NO ")
                || begin.startsWith("* BAD ")
                || begin.startsWith("* BYE ")
                || begin.startsWith("* PREAUTH ");
    }

    private void checkLine(int more) {
        if ((long) text + more > limits.line()) {
            throw new ProtocolViolation("a line is longer than " + limits.line() + " bytes");
        }
    }

    private void append(byte[] chunk) {
        if (length + chunk.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + chunk.length, bytes.length * 2));
        }
        System.arraycopy(chunk, 0, bytes, length, chunk.length);
        length += chunk.length;
    }

    /// Keeps the unfinished rest only, so that an idle mailbox holds no memory.
    private void dropRead() {
        if (start == 0) {
            return;
        }
        bytes = start == length ? NOTHING : Arrays.copyOfRange(bytes, start, length);
        segment -= start;
        scanned -= start;
        length -= start;
        start = 0;
    }
}
