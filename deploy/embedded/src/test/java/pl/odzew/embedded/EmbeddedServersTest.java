package pl.odzew.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.odzew.embedded.quarkus.EmbeddedInfrastructure;
import pl.odzew.events.catalogue.Topic;

class EmbeddedServersTest {

    @Test
    void aTestJvmGetsABrokerWithAllTopicsAndAFreshDatabaseEachTime() throws Exception {
        // When
        Map<String, String> first = new EmbeddedInfrastructure().start();
        Map<String, String> second = new EmbeddedInfrastructure().start();

        // Then
        assertThat(second.get("kafka.bootstrap.servers")).isEqualTo(first.get("kafka.bootstrap.servers"));
        assertThat(second.get("quarkus.datasource.jdbc.url")).isNotEqualTo(first.get("quarkus.datasource.jdbc.url"));
        try (Admin admin = Admin.create(
                Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, first.get("kafka.bootstrap.servers")))) {
            Set<String> names = admin.listTopics().names().get();
            assertThat(names)
                    .containsAll(
                            Arrays.stream(Topic.values()).map(Topic::wireName).toList());
            assertThat(names)
                    .containsAll(Arrays.stream(Topic.values())
                            .map(Topic::deadLetterTopic)
                            .toList());
        }
    }

    @Test
    void keptDataSurviveAndARunningServerIsTakenOver(@TempDir Path folder) throws Exception {
        // Given
        var options = new EmbeddedDatabase.Options(folder.resolve("data"), folder.resolve("binaries"), 0, true);
        Path half = Files.createDirectories(folder.resolve("binaries/PG-interrupted/bin"));
        EmbeddedDatabase first = EmbeddedDatabase.start(options);
        first.create("mailbox");
        first.create("mailbox");

        // When the first JVM is gone without a word, the server is still there
        try (EmbeddedDatabase second = EmbeddedDatabase.start(options)) {

            // Then
            assertThat(second.port()).isEqualTo(first.port());
            assertThat(half.getParent()).doesNotExist();
            assertThat(setting(second, "fsync")).isEqualTo("on");
            assertThat(setting(second, "synchronous_commit")).isEqualTo("on");
            assertThat(setting(second, "full_page_writes")).isEqualTo("on");
        }
        assertThat(Postmaster.runningOn(options.data())).isEmpty();
        first.close();
        try (EmbeddedDatabase third = EmbeddedDatabase.start(options);
                Connection connection = third.connect("mailbox")) {
            assertThat(connection.isValid(1)).isTrue();
        }
    }

    private static String setting(EmbeddedDatabase database, String name) throws Exception {
        try (Connection connection = database.connect("mailbox");
                ResultSet result = connection.createStatement().executeQuery("SHOW " + name)) {
            result.next();
            return result.getString(1);
        }
    }
}
