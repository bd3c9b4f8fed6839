package pl.odzew.endtoend.torture;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What the judge has counted.
///
/// @param twice buyers with more than one answer
/// @param withReason unanswered buyers, by the reason that is recorded
/// @param unexplained unanswered buyers of whom nothing says why
/// @param leaked answers to somebody who is no buyer, and events with private words
/// @param falseWarnings mailboxes that were declared refused, or sellers who were warned, although nothing was wrong
/// @param missedWarnings mailboxes that were refused for certain and of which the seller heard nothing
/// @param repeatedWarnings further mails about one failure; a crash may repeat one
/// @param recoveries by fault, the longest time from its end until everybody who had written before was answered
record Verdict(
        int offered,
        int once,
        List<String> twice,
        Map<String, Integer> withReason,
        List<String> unexplained,
        List<String> leaked,
        List<String> falseWarnings,
        List<String> missedWarnings,
        int repeatedWarnings,
        List<String> deadLetters,
        List<String> violations,
        Map<String, Duration> recoveries) {

    boolean holds() {
        return twice.isEmpty()
                && unexplained.isEmpty()
                && leaked.isEmpty()
                && falseWarnings.isEmpty()
                && missedWarnings.isEmpty()
                && deadLetters.isEmpty()
                && violations.isEmpty();
    }

    String text() {
        var lines = new ArrayList<String>();
        lines.add(row("buyers who wrote", offered));
        lines.add(row("answered once", once));
        lines.add(row("answered twice", twice.size()) + some(twice));
        new TreeMap<>(withReason).forEach((reason, count) -> lines.add(row("unanswered, recorded: " + reason, count)));
        lines.add(row("unanswered without a recorded reason", unexplained.size()) + some(unexplained));
        lines.add(row("answers to others, private words in topics", leaked.size()) + some(leaked));
        lines.add(row("false warnings", falseWarnings.size()) + some(falseWarnings));
        lines.add(row("missed warnings", missedWarnings.size()) + some(missedWarnings));
        lines.add(row("repeated warnings", repeatedWarnings));
        lines.add(row("dead letters", deadLetters.size()) + some(deadLetters));
        lines.add(row("breaches of Allegro's documents", violations.size()) + some(violations));
        lines.add("");
        lines.add("  longest time from a fault's end until all who wrote before it are answered, in s:");
        new TreeMap<>(recoveries)
                .forEach((fault, time) -> lines.add("    %-68s %8.1f".formatted(fault, time.toMillis() / 1000.0)));
        return String.join("\n", lines);
    }

    private static String row(String what, int count) {
        return "  %-50s %7d".formatted(what, count);
    }

    private static String some(List<String> what) {
        return what.isEmpty() ? "" : "   " + what.stream().limit(5).toList();
    }
}
