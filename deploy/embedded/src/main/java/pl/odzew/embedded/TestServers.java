package pl.odzew.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// A broker and a database for one test JVM, in a process of their own that ends with it.
///
/// In a process of their own because a test JVM has its own classes, class loaders and little memory.
///
/// @param bootstrapServers of the broker; it has the topics
/// @param databasePort of the database server on localhost
public record TestServers(String bootstrapServers, int databasePort) {

    private static final String READY = "ready ";
    private static final int REMOVALS = 20;

    /// Starts the process and waits until both take requests.
    public static TestServers start() {
        try {
            Process process = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElse("java"),
                            "-Xmx320m",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            TestServers.class.getName())
                    .redirectErrorStream(true)
                    .start();
            // Its standard input is the rope: when this JVM ends, whatever way, the process reads the end of it.
            return readAnswer(process.inputReader(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TestServers readAnswer(BufferedReader output) throws IOException {
        var seen = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(READY)) {
                drain(output);
                List<String> words = List.of(line.substring(READY.length()).split(" "));
                return new TestServers(words.get(0), Integer.parseInt(words.get(1)));
            }
            seen.append(line).append('\n');
        }
        throw new IllegalStateException("the embedded servers did not start:\n" + seen);
    }

    private static void drain(BufferedReader output) {
        Thread.ofVirtual().start(() -> output.lines().forEach(_ -> {}));
    }

    /// The process itself.
    public static void main(String[] args) throws IOException {
        Path folder = Files.createTempDirectory("odzew-test-servers");
        CompletableFuture<EmbeddedDatabase> databaseStart =
                CompletableFuture.supplyAsync(() -> EmbeddedDatabase.start(new EmbeddedDatabase.Options(
                        folder.resolve("postgres"),
                        Path.of(System.getProperty("java.io.tmpdir"), "odzew-postgres"),
                        0,
                        false)));
        EmbeddedKafka kafka = EmbeddedKafka.start(new EmbeddedKafka.Options(folder.resolve("kafka"), 0));
        Topics.create(kafka.bootstrapServers());
        EmbeddedDatabase database = databaseStart.join();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(database, folder), "test-servers-stop"));
        System.out.println(READY + kafka.bootstrapServers() + " " + database.port());
        while (System.in.read() >= 0) {
            // Nobody writes; only the end counts.
        }
        // The broker's data are thrown away, so it need not be asked.
        System.exit(0);
    }

    private static void end(EmbeddedDatabase database, Path folder) {
        database.close();
        for (int tries = REMOVALS; tries > 0 && Files.exists(folder); tries--) {
            try {
                Leftovers.remove(folder);
            } catch (IOException | UncheckedIOException e) {
                // The broker still runs, and may have written again what was just removed.
            }
        }
    }
}
