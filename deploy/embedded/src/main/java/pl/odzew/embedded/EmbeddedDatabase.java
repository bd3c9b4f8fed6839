package pl.odzew.embedded;

import static java.util.Objects.requireNonNull;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;

/// One PostgreSQL server on the loopback interface; everybody on this machine is trusted.
///
/// It is a process of its own and outlives a killed JVM: the next start on the same folder takes it over.
/// Works as root, too. Needs 128 MiB of heap at the first start, to unpack itself.
public final class EmbeddedDatabase implements AutoCloseable {

    public static final String USER = "postgres";

    /// Not asked for, but some drivers insist on one.
    public static final String PASSWORD = "postgres";

    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    /// @param data a folder of its own, initialised at the first start, which a file beside it records
    /// @param binaries where PostgreSQL itself is unpacked
    /// @param port 0 for any free one
    /// @param durable whether a commit survives a crash of the machine; without it tests are quicker
    public record Options(Path data, Path binaries, int port, boolean durable) {
        public Options {
            requireNonNull(data, "data is null");
            requireNonNull(binaries, "binaries is null");
        }
    }

    private final int port;
    private final Stop stop;

    private interface Stop {
        void run() throws IOException;
    }

    private EmbeddedDatabase(int port, Stop stop) {
        this.port = port;
        this.stop = stop;
    }

    /// Returns when the server takes connections: 1 second later, 5 to 10 at the first start.
    public static EmbeddedDatabase start(Options options) {
        Optional<EmbeddedDatabase> running = runningOn(options.data());
        if (running.isPresent()) {
            if (options.port() == 0 || options.port() == running.get().port()) {
                return running.get();
            }
            running.get().close();
        }
        try {
            EmbeddedPostgres server = startNew(options);
            return new EmbeddedDatabase(server.getPort(), server::close);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A server that an earlier JVM has started on the folder and left behind.
    public static Optional<EmbeddedDatabase> runningOn(Path data) {
        return Postmaster.runningOn(data).map(postmaster -> new EmbeddedDatabase(postmaster.port(), postmaster::stop));
    }

    public int port() {
        return port;
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://localhost:" + port + "/" + database;
    }

    /// As Quarkus' reactive client writes it.
    public String reactiveUrl(String database) {
        return "postgresql://localhost:" + port + "/" + database;
    }

    /// Makes a database unless it exists.
    public void create(String database) {
        try (Connection connection = connect("postgres")) {
            if (!exists(connection, database)) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("CREATE DATABASE \"" + database + "\"");
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot make the database " + database, e);
        }
    }

    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), USER, PASSWORD);
    }

    @Override
    public void close() {
        try {
            stop.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean exists(Connection connection, String database) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?")) {
            query.setString(1, database);
            return query.executeQuery().next();
        }
    }

    private static EmbeddedPostgres startNew(Options options) throws IOException {
        Files.createDirectories(options.binaries());
        Leftovers.removeHalfUnpacked(options.binaries());
        Leftovers.removeHalfInitialised(options.data());
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(options.data())
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(options.binaries().toFile())
                .setPort(FreePort.orFind(options.port()))
                .setPGStartupWait(START_LIMIT)
                // The owner decides the order in which things end.
                .setRegisterShutdownHook(false)
                .setServerConfig("listen_addresses", "localhost")
                // Notices of crash recovery and of stopped sessions would stand between the launcher's own lines.
                .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                .setErrorRedirector(ProcessBuilder.Redirect.DISCARD);
        if (options.durable()) {
            for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
                builder.setServerConfig(setting, "on");
            }
        }
        EmbeddedPostgres server = builder.start();
        Leftovers.markInitialised(options.data());
        return server;
    }
}
