package pl.odzew.mailbox.intake;

import java.util.List;
import java.util.regex.Pattern;

/// Finds what the writer of a mail said himself: without the mails that he quotes and without Allegro's footer.
final class OwnWords {

    /// Lines after which a mail program puts the mail that is answered.
    private static final List<Pattern> QUOTE_BEGINS = List.of(
            Pattern.compile(
                    "^[-_*\\s]{2,}(Original Message|Oryginalna wiadomość|Wiadomość oryginalna|"
                            + "Treść oryginalnej wiadomości|Wiadomość napisana przez).{0,200}$",
                    flags()),
            Pattern.compile("^(On|Le|Am) .{5,200} wrote:$", flags()),
            Pattern.compile(
                    "^(W dniu|Dnia|W dn\\.) .{5,300}(napisał|napisała|napisał\\(a\\)|pisze|napisali?)\\s?:$", flags()),
            Pattern.compile(
                    "^(pon|wt|śr|czw|pt|sob|niedz|nd)\\.,? .{5,300}(napisał|napisała|napisał\\(a\\)|pisze):$", flags()),
            Pattern.compile("^_{10,}$", flags()));

    private static final Pattern OUTLOOK = Pattern.compile("^\\*?(From|Od):\\*? .+$", flags());
    private static final Pattern OUTLOOK_NEXT = Pattern.compile("^\\*?(Sent|Wysłano|Date|Data):\\*? .+$", flags());
    private static final int LONGEST_LINE = 1_000;

    private OwnWords() {}

    /// @param footers lines from which on nothing is the writer's
    static String in(String text, List<Pattern> footers) {
        List<String> lines = text.lines().toList();
        List<String> above = lines.subList(0, footer(lines, footers));
        String own = withoutQuotes(above.subList(0, quote(above)));
        // Who answers below the quoted mail has said nothing above it.
        return own.isEmpty() ? withoutQuotes(above) : own;
    }

    private static int footer(List<String> lines, List<Pattern> footers) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (isShort(line)
                    && footers.stream().anyMatch(footer -> footer.matcher(line).find())) {
                return i > 0 && lines.get(i - 1).strip().equals("--") ? i - 1 : i;
            }
        }
        return lines.size();
    }

    private static int quote(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            String next = i + 1 < lines.size() ? lines.get(i + 1).strip() : "";
            if (isShort(line)
                    && isShort(next)
                    && (beginsQuote(line) || beginsQuote(line + " " + next) || isOutlook(line, next))) {
                return i;
            }
        }
        return lines.size();
    }

    private static boolean beginsQuote(String line) {
        return QUOTE_BEGINS.stream().anyMatch(pattern -> pattern.matcher(line).matches());
    }

    private static boolean isOutlook(String line, String next) {
        return OUTLOOK.matcher(line).matches() && OUTLOOK_NEXT.matcher(next).matches();
    }

    private static String withoutQuotes(List<String> lines) {
        StringBuilder own = new StringBuilder();
        int blank = 0;
        for (String line : lines) {
            if (line.startsWith(">") || beginsQuote(line.strip())) {
                continue;
            }
            blank = line.isBlank() ? blank + 1 : 0;
            if (blank < 3) {
                own.append(line.stripTrailing()).append('\n');
            }
        }
        return own.toString().strip();
    }

    private static boolean isShort(String line) {
        return line.length() <= LONGEST_LINE;
    }

    private static int flags() {
        return Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    }
}
