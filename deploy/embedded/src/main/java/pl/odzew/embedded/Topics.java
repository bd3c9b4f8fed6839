package pl.odzew.embedded;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import pl.odzew.events.catalogue.Topic;

/// The topics of Odzew on a broker that stands alone.
public final class Topics {

    private static final int PARTITIONS = 3;
    private static final short ALONE = 1;

    private Topics() {}

    /// Makes every topic and its dead letters, as far as they are missing.
    public static void create(String bootstrapServers) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            Set<String> present = admin.listTopics().names().get();
            List<NewTopic> missing =
                    all().filter(topic -> !present.contains(topic.name())).toList();
            admin.createTopics(missing).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot make the topics at " + bootstrapServers, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while making the topics", e);
        }
    }

    private static Stream<NewTopic> all() {
        return Arrays.stream(Topic.values())
                .flatMap(topic -> Stream.of(
                        topic(topic.wireName(), topic.configuration()),
                        topic(topic.deadLetterTopic(), topic.deadLetterConfiguration())));
    }

    private static NewTopic topic(String name, Map<String, String> configuration) {
        return new NewTopic(name, PARTITIONS, ALONE).configs(configuration);
    }
}
