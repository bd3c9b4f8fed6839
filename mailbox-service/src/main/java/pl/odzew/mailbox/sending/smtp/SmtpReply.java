package pl.odzew.mailbox.sending.smtp;

import java.util.List;

/// What a server answered to one command (RFC 5321 §4.2).
///
/// @param lines as received, each with its code
record SmtpReply(int code, List<String> lines) {

    private static final int LONGEST_WORDS = 2_000;

    SmtpReply {
        lines = List.copyOf(lines);
    }

    boolean isPositive() {
        return code / 100 == 2;
    }

    boolean isPermanent() {
        return code / 100 == 5;
    }

    /// Whether a line carries the enhanced code (RFC 3463), such as `5.4.5`.
    boolean hasEnhancedCode(String enhanced) {
        return lines.stream().anyMatch(line -> line.startsWith(enhanced, 4));
    }

    /// All lines in one text.
    String words() {
        String all = String.join("\n", lines);
        return all.length() > LONGEST_WORDS ? all.substring(0, LONGEST_WORDS) : all;
    }
}
