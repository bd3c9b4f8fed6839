package pl.odzew.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/// Both in this process; needs nothing but a JDK.
final class EmbeddedServers implements Servers {

    private static final int REMOVALS = 20;

    private final Path folder;
    private final EmbeddedKafka kafka;
    private final EmbeddedDatabase database;

    private EmbeddedServers(Path folder, EmbeddedKafka kafka, EmbeddedDatabase database) {
        this.folder = folder;
        this.kafka = kafka;
        this.database = database;
    }

    static EmbeddedServers start() throws IOException {
        Path folder = Files.createTempDirectory("odzew-test-servers");
        CompletableFuture<EmbeddedDatabase> database =
                CompletableFuture.supplyAsync(() -> EmbeddedDatabase.start(new EmbeddedDatabase.Options(
                        folder.resolve("postgres"),
                        Path.of(System.getProperty("java.io.tmpdir"), "odzew-postgres"),
                        0,
                        false)));
        EmbeddedKafka kafka = EmbeddedKafka.start(new EmbeddedKafka.Options(folder.resolve("kafka"), 0));
        return new EmbeddedServers(folder, kafka, database.join());
    }

    @Override
    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    @Override
    public String databaseAddress() {
        return "localhost:" + database.port();
    }

    @Override
    public String description() {
        return "the embedded broker and database";
    }

    /// The broker's data are thrown away, so it need not be asked.
    @Override
    public void close() {
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
