package pl.odzew.mailbox.mailserver.imap;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A `sequence-set` (RFC 3501 §9) of message numbers or UIDs.
///
/// `*` is the highest number in use, and a range may be written either way round: so `n:*` always contains the
/// last message, also when `n` is beyond it.
record SequenceSet(List<Range> ranges) {

    private static final Pattern SYNTAX =
            Pattern.compile("(\\d{1,10}|\\*)(:(\\d{1,10}|\\*))?(,(\\d{1,10}|\\*)(:(\\d{1,10}|\\*))?)*");

    record Range(long first, long last) {}

    static boolean looksLike(String text) {
        return SYNTAX.matcher(text).matches();
    }

    /// @param highest what `*` stands for; 0 when there is nothing
    static SequenceSet parse(String text, long highest) {
        if (!looksLike(text)) {
            throw new ImapSyntaxException("Invalid sequence set");
        }
        List<Range> ranges = new ArrayList<>();
        for (String range : text.split(",")) {
            String[] ends = range.split(":");
            long a = number(ends[0], highest);
            long b = number(ends[ends.length - 1], highest);
            ranges.add(new Range(Math.min(a, b), Math.max(a, b)));
        }
        return new SequenceSet(ranges);
    }

    boolean contains(long number) {
        return ranges.stream().anyMatch(range -> range.first() <= number && number <= range.last());
    }

    private static long number(String text, long highest) {
        return text.equals("*") ? highest : Long.parseLong(text);
    }
}
