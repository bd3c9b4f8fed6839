package pl.odzew.mailbox.sending.smtp;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Cuts a server's bytes, in whatever chunks they come, into replies. Knows no socket.
final class SmtpReplyReader {

    /// RFC 5321 §4.5.3.1.5 allows 512.
    private static final int LONGEST_LINE = 4_096;

    private static final int MOST_LINES = 100;

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final List<String> lines = new ArrayList<>();

    /// @throws SmtpBroken when it is no SMTP, or larger than our bounds
    List<SmtpReply> read(byte[] chunk) {
        List<SmtpReply> replies = new ArrayList<>();
        for (byte b : chunk) {
            if (b == '\n') {
                take(line.toString(StandardCharsets.UTF_8).stripTrailing(), replies);
                line.reset();
            } else if (line.size() == LONGEST_LINE) {
                throw new SmtpBroken("a line is longer than " + LONGEST_LINE + " bytes");
            } else {
                line.write(b);
            }
        }
        return replies;
    }

    /// Whether bytes came that belong to no whole reply: before TLS they would be a stranger's (CVE-2011-0411).
    boolean hasRest() {
        return line.size() > 0 || !lines.isEmpty();
    }

    private void take(String text, List<SmtpReply> replies) {
        if (!isReplyLine(text) || lines.size() == MOST_LINES) {
            throw new SmtpBroken("the answer is no SMTP");
        }
        lines.add(text);
        if (text.length() == 3 || text.charAt(3) == ' ') {
            replies.add(new SmtpReply(Integer.parseInt(text.substring(0, 3)), lines));
            lines.clear();
        }
    }

    private static boolean isReplyLine(String text) {
        return text.length() >= 3
                && text.substring(0, 3).chars().allMatch(c -> c >= '0' && c <= '9')
                && (text.length() == 3 || text.charAt(3) == ' ' || text.charAt(3) == '-');
    }
}
