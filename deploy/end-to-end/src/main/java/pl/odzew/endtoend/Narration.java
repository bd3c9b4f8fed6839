package pl.odzew.endtoend;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// What the person at the screen reads: a heading for each step, a line for each thing that was observed.
final class Narration {

    private final PrintStream out;
    private final Map<String, Duration> measured = new LinkedHashMap<>();

    Narration(PrintStream out) {
        this.out = out;
    }

    synchronized void heading(String text) {
        out.println();
        out.println(text);
        out.flush();
    }

    synchronized void observed(String text, Object... values) {
        out.println("   - " + String.format(Locale.ROOT, text, values));
        out.flush();
    }

    synchronized void measured(String what, Instant from, Instant to) {
        Duration took = Duration.between(from, to);
        measured.put(what, took);
        observed("%s: %d ms", what, took.toMillis());
    }

    synchronized void summary() {
        out.println();
        out.println("Times seen:");
        measured.forEach((what, took) -> out.printf(Locale.ROOT, "   %-44s %6d ms%n", what, took.toMillis()));
        out.flush();
    }
}
