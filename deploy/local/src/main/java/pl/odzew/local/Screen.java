package pl.odzew.local;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/// The launcher's own lines, with the seconds since its start.
public final class Screen {

    private final PrintStream out;
    private final InstantSource time = InstantSource.system();
    private final Instant start = time.instant();

    public Screen(PrintStream out) {
        this.out = out;
    }

    public synchronized void say(String line) {
        double seconds = Duration.between(start, time.instant()).toMillis() / 1000.0;
        out.println(String.format(Locale.ROOT, "%7.1f s  %s", seconds, line));
        out.flush();
    }

    public synchronized void show(String text) {
        out.println(text);
        out.flush();
    }
}
