package pl.odzew.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A broker and a database for one test JVM, in a process of their own that ends with it.
///
/// In a process of their own because a test JVM has its own classes, class loaders and little memory.
///
/// @param bootstrapServers of the broker; it has the topics
/// @param databaseAddress of the database server, `host:port`
public record TestServers(String bootstrapServers, String databaseAddress) {

    private static final String READY = "ready ";
    private static final String USED = "Tests use ";

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
                return new TestServers(words.get(0), words.get(1));
            }
            if (line.startsWith(USED)) {
                System.out.println(line);
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
        Servers servers = servers();
        Runtime.getRuntime().addShutdownHook(new Thread(servers::close, "test-servers-stop"));
        System.out.println(USED + servers.description() + ".");
        Topics.create(servers.bootstrapServers());
        System.out.println(READY + servers.bootstrapServers() + " " + servers.databaseAddress());
        while (System.in.read() >= 0) {
            // Nobody writes; only the end counts.
        }
        System.exit(0);
    }

    private static Servers servers() throws IOException {
        if (!ContainerServers.areWanted()) {
            return EmbeddedServers.start();
        }
        try {
            return ContainerServers.start();
        } catch (RuntimeException e) {
            if (ContainerServers.areDemanded()) {
                throw e;
            }
            System.out.println(USED + "no containers, though a Docker API answers: " + e.getMessage());
            return EmbeddedServers.start();
        }
    }
}
