package pl.odzew.bench;

import java.io.IOException;

/// One measurement that `./odzew bench` knows by name; registered as a service of [java.util.ServiceLoader].
public interface Benchmark {

    /// As typed on the command line, such as `mailbox`.
    String name();

    /// One line for the list of benchmarks.
    String about();

    /// Measures; may take minutes, and leaves no process behind.
    ///
    /// @throws IllegalArgumentException where an option is not valid
    Report run(Settings settings) throws IOException, InterruptedException;
}
