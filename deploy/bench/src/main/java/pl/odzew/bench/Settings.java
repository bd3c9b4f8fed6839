package pl.odzew.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/// What a benchmark is run with.
///
/// @param root the checkout, where the services' packages lie
/// @param work a folder of its own, empty at the start
/// @param options `--name value` pairs of the command line that are meant for the benchmark itself
/// @param progress where a line may be printed while it runs
public record Settings(Path root, Path work, Map<String, String> options, PrintStream progress) {

    public Settings {
        options = Map.copyOf(options);
    }

    /// The option's value as a whole number above zero.
    ///
    /// @throws IllegalArgumentException where it is none
    public int number(String option, int otherwise) {
        String value = options.get(option);
        if (value == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(value);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Said below, as for zero.
        }
        throw new IllegalArgumentException("--" + option + " takes a whole number above zero, not " + value);
    }

    public void say(String line) {
        progress.println("  " + line);
    }
}
