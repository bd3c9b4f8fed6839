package pl.odzew.responder.answering;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.URL;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// One deployment for both topics, or one each: configuration alone tells them apart.
class TwoDeploymentsTest {

    private static final String TOPICS = "mp.messaging.incoming.messages.topics";
    private static final String GROUP = "mp.messaging.incoming.messages.group.id";

    @Test
    void oneDeploymentReadsBothTopics() throws IOException {
        SmallRyeConfig config = configured(Map.of());

        assertThat(config.getValue(TOPICS, String.class)).isEqualTo("messages.mailbox,messages.allegro");
        assertThat(config.getValue(GROUP, String.class)).isEqualTo("responder-service");
    }

    @Test
    void twoReadOneEachUnderGroupsOfTheirOwn() throws IOException {
        SmallRyeConfig mail = configured(
                Map.of("odzew.messages.topics", "messages.mailbox", "odzew.messages.group", "responder-service.mail"));

        assertThat(mail.getValue(TOPICS, String.class)).isEqualTo("messages.mailbox");
        assertThat(mail.getValue(GROUP, String.class)).isEqualTo("responder-service.mail");
        assertThat(mail.getValue("mp.messaging.incoming.results.group.id", String.class))
                .isEqualTo("responder-service.results");
    }

    private static SmallRyeConfig configured(Map<String, String> ofTheDeployment) throws IOException {
        URL properties = TwoDeploymentsTest.class.getResource("/application.properties");
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(
                        new PropertiesConfigSource(properties), new PropertiesConfigSource(ofTheDeployment, "own", 500))
                .build();
    }
}
