package pl.odzew.embedded.quarkus;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import pl.odzew.embedded.EmbeddedDatabase;
import pl.odzew.embedded.TestServers;
import pl.odzew.embedded.Topics;

/// Points a service under test at one broker and one database server for the whole test JVM, with a fresh database for
/// each start of the application.
///
/// Servers that run already are used when the system properties `odzew.test.kafka` (`host:port`) and
/// `odzew.test.postgres` (`host:port`) name them. The topics and what stands in them stay the same throughout.
public final class EmbeddedInfrastructure implements QuarkusTestResourceLifecycleManager {

    private static final String KAFKA = "odzew.test.kafka";
    private static final String POSTGRES = "odzew.test.postgres";

    @Override
    public Map<String, String> start() {
        TestServers servers = servers();
        String database = "test_" + UUID.randomUUID().toString().replace('-', '_');
        create(database, servers.databaseAddress());
        String address = servers.databaseAddress() + "/" + database;
        return Map.of(
                "kafka.bootstrap.servers",
                servers.bootstrapServers(),
                "quarkus.datasource.username",
                EmbeddedDatabase.USER,
                "quarkus.datasource.password",
                EmbeddedDatabase.PASSWORD,
                "quarkus.datasource.jdbc.url",
                "jdbc:postgresql://" + address,
                "quarkus.datasource.reactive.url",
                "postgresql://" + address);
    }

    /// The servers end with the JVM.
    @Override
    public void stop() {}

    /// Remembered in system properties, since Quarkus loads this class anew for each start of the application.
    private static TestServers servers() {
        synchronized (System.getProperties()) {
            if (System.getProperty(KAFKA) == null) {
                TestServers started = TestServers.start();
                System.setProperty(KAFKA, started.bootstrapServers());
                System.setProperty(POSTGRES, started.databaseAddress());
                return started;
            }
            var given = new TestServers(System.getProperty(KAFKA), System.getProperty(POSTGRES));
            Topics.create(given.bootstrapServers());
            return given;
        }
    }

    private static void create(String database, String server) {
        String url = "jdbc:postgresql://" + server + "/postgres";
        try (Connection connection =
                        DriverManager.getConnection(url, EmbeddedDatabase.USER, EmbeddedDatabase.PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + database);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot make the database " + database, e);
        }
    }
}
