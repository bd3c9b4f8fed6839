package pl.odzew.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/// The command behind `./odzew bench`: runs the named benchmarks one after another, prints a table each and keeps the
/// figures as JSON in `<data>/bench`.
public final class Bench {

    private static final int MISUSED = 2;
    private static final String OPTION = "--";

    private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private final List<Benchmark> known;
    private final Clock clock;

    Bench(List<Benchmark> known, Clock clock) {
        this.known =
                known.stream().sorted(Comparator.comparing(Benchmark::name)).toList();
        this.clock = clock;
    }

    public static void main(String[] words) throws IOException, InterruptedException {
        List<Benchmark> known = ServiceLoader.load(Benchmark.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        try {
            new Bench(known, Clock.systemUTC()).run(Command.parse(List.of(words)));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(MISUSED);
        }
        System.exit(0);
    }

    void run(Command command) throws IOException, InterruptedException {
        if (command.names().isEmpty()) {
            known.forEach(benchmark -> System.out.printf("%-12s %s%n", benchmark.name(), benchmark.about()));
            return;
        }
        // All are looked up first: a misspelt last name should not cost the minutes of the others.
        List<Benchmark> chosen = command.names().stream().map(this::named).toList();
        for (Benchmark benchmark : chosen) {
            run(benchmark, command);
        }
    }

    private void run(Benchmark benchmark, Command command) throws IOException, InterruptedException {
        Instant startedAt = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Path folder = Files.createDirectories(command.data().resolve("bench"));
        Path work = Files.createTempDirectory(folder, benchmark.name() + "-");
        Machine before = Machine.now();
        System.out.println(benchmark.name() + ": " + benchmark.about());
        Report report = benchmark.run(new Settings(command.root(), work, command.options(), System.out));
        Machine after = Machine.now();
        System.out.println();
        System.out.println(Table.of(report));
        System.out.println();
        System.out.println("Before: " + before.text());
        System.out.println("After:  " + after.text());
        Path kept = folder.resolve(benchmark.name() + "-" + startedAt.toString().replace(":", "") + ".json");
        json.writeValue(kept.toFile(), Kept.of(benchmark.name(), startedAt, clock.instant(), before, after, report));
        System.out.println("Kept:   " + kept);
        System.out.println();
    }

    private Benchmark named(String name) {
        return known.stream()
                .filter(benchmark -> benchmark.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no benchmark " + name + ", but "
                        + known.stream().map(Benchmark::name).toList()));
    }

    /// What was typed: names, then options.
    ///
    /// @param options those that `Bench` itself does not know
    record Command(List<String> names, Path root, Path data, Map<String, String> options) {

        static Command parse(List<String> words) {
            var names =
                    words.stream().takeWhile(word -> !word.startsWith(OPTION)).toList();
            var options = new HashMap<String, String>();
            List<String> rest = words.subList(names.size(), words.size());
            for (int i = 0; i < rest.size(); i += 2) {
                String option = rest.get(i);
                if (!option.startsWith(OPTION) || i + 1 == rest.size()) {
                    throw new IllegalArgumentException("After the names come pairs of --option value, not " + option);
                }
                options.put(option.substring(OPTION.length()), rest.get(i + 1));
            }
            Path root =
                    Path.of(options.getOrDefault("root", ".")).toAbsolutePath().normalize();
            Path data = Path.of(
                            options.getOrDefault("data", root.resolve(".odzew").toString()))
                    .toAbsolutePath();
            options.keySet().removeAll(List.of("root", "data"));
            return new Command(names, root, data, options);
        }
    }

    /// A run as it is written to disk.
    record Kept(
            String benchmark,
            String startedAt,
            long seconds,
            Machine before,
            Machine after,
            List<Row> figures,
            List<String> remarks) {

        record Row(String what, double measured, String unit, String target, boolean met, String how) {}

        static Kept of(
                String benchmark, Instant startedAt, Instant endedAt, Machine before, Machine after, Report report) {
            return new Kept(
                    benchmark,
                    startedAt.toString(),
                    Duration.between(startedAt, endedAt).toSeconds(),
                    before,
                    after,
                    report.figures().stream()
                            .map(figure -> new Row(
                                    figure.what(),
                                    figure.measured(),
                                    figure.unit(),
                                    figure.target().text(),
                                    figure.isMet(),
                                    figure.how()))
                            .toList(),
                    report.remarks());
        }
    }
}
