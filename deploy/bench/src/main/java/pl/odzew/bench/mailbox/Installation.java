package pl.odzew.bench.mailbox;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import pl.odzew.embedded.EmbeddedDatabase;
import pl.odzew.embedded.TestServers;

/// What mailbox-service needs around it: a broker, a database with mailboxes, a keyset.
///
/// Mailboxes are written into the database as the service itself writes them, since connecting them one by one would
/// sign in twice for each.
final class Installation {

    private static final String INSERT = """
            insert into mailbox (id, seller_id, address, provider, provider_key, credential_shape, credential_version,
                                 version, status, status_since, condition, secret)
            values (?, ?, ?, 'GMAIL', 'GMAIL', 'APP_PASSWORD_LIKE', 1, 1, 'OK', now(), ?, ?)
            """;

    private final TestServers servers;
    private final String database = "bench_" + UUID.randomUUID().toString().replace('-', '_');
    private final Path keysetFile;
    private final Aead aead;
    private final Map<String, String> settings = new HashMap<>();
    private int mailboxes;

    private Installation(TestServers servers, Path keysetFile, Aead aead) {
        this.servers = servers;
        this.keysetFile = keysetFile;
        this.aead = aead;
    }

    /// @param imapPort of the server on localhost that stands for Gmail
    /// @param certificate PEM that its clients must trust
    static Installation start(Path work, int imapPort, Path certificate) throws IOException {
        try {
            AeadConfig.register();
            KeysetHandle keyset = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
            Path file = Files.writeString(
                    work.resolve("keyset.json"),
                    TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get()));
            var installation = new Installation(
                    TestServers.start(), file, keyset.getPrimitive(RegistryConfiguration.get(), Aead.class));
            installation.makeDatabase(imapPort, certificate);
            return installation;
        } catch (GeneralSecurityException | SQLException e) {
            throw new IOException(e);
        }
    }

    String bootstrapServers() {
        return servers.bootstrapServers();
    }

    /// What the service is told; pace and time-outs of leases do not stand in the way of the measurement.
    Map<String, String> settings() {
        return settings;
    }

    String address(int number) {
        return "seller" + number + "@gmail.com";
    }

    int mailboxes() {
        return mailboxes;
    }

    /// Adds so many mailboxes at once; the service hears of them when they are committed.
    void connect(int count, String password) throws IOException {
        String condition = "{\"is\":\"OK\",\"since\":\"" + Instant.now() + "\"}";
        try (Connection connection = connection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            connection.setAutoCommit(false);
            for (int i = 0; i < count; i++) {
                UUID id = UUID.randomUUID();
                insert.setObject(1, id);
                insert.setString(2, "seller" + mailboxes);
                insert.setString(3, address(mailboxes++));
                insert.setString(4, condition);
                insert.setBytes(
                        5,
                        aead.encrypt(
                                password.getBytes(StandardCharsets.UTF_8),
                                ("mailbox/" + id).getBytes(StandardCharsets.UTF_8)));
                insert.addBatch();
            }
            insert.executeBatch();
            connection.commit();
        } catch (SQLException | GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    /// Waits until every mailbox was signed in to and read for the first time.
    ///
    /// @return how long that took
    Duration awaitAllRead(Duration atMost) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        try (Connection connection = connection();
                PreparedStatement count = connection.prepareStatement("select count(*) from mailbox_cursor")) {
            while (true) {
                int read = number(count);
                Duration passed = Duration.ofNanos(System.nanoTime() - begin);
                if (read >= mailboxes) {
                    return passed;
                }
                if (passed.compareTo(atMost) > 0) {
                    throw new IOException(read + " of " + mailboxes + " mailboxes were read within " + atMost);
                }
                TimeUnit.MILLISECONDS.sleep(20);
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private static int number(PreparedStatement query) throws SQLException {
        try (ResultSet result = query.executeQuery()) {
            result.next();
            return result.getInt(1);
        }
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://" + servers.databaseAddress() + "/" + database,
                EmbeddedDatabase.USER,
                EmbeddedDatabase.PASSWORD);
    }

    private void makeDatabase(int imapPort, Path certificate) throws SQLException {
        try (Connection admin = DriverManager.getConnection(
                        "jdbc:postgresql://" + servers.databaseAddress() + "/postgres",
                        EmbeddedDatabase.USER,
                        EmbeddedDatabase.PASSWORD);
                var statement = admin.createStatement()) {
            statement.execute("CREATE DATABASE " + database);
        }
        String place = servers.databaseAddress() + "/" + database;
        settings.put("kafka.bootstrap.servers", servers.bootstrapServers());
        settings.put("quarkus.datasource.username", EmbeddedDatabase.USER);
        settings.put("quarkus.datasource.password", EmbeddedDatabase.PASSWORD);
        settings.put("quarkus.datasource.jdbc.url", "jdbc:postgresql://" + place);
        settings.put("quarkus.datasource.reactive.url", "postgresql://" + place);
        settings.put("quarkus.oidc.tenant-enabled", "false");
        settings.put("odzew.providers.gmail.imap-host", "localhost");
        settings.put("odzew.providers.gmail.imap-port", Integer.toString(imapPort));
        settings.put("odzew.mail.trusted-certificates", certificate.toString());
        settings.put("odzew.secrets.keyset-file", keysetFile.toString());
        settings.put("odzew.login.per-second", "100000");
    }
}
