package pl.odzew.events.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TopicTest {

    private static final String ONE_DAY = "86400000";

    @ParameterizedTest
    @EnumSource
    void closesItsSegmentsDailySinceKafkaForgetsClosedOnesOnly(Topic topic) {
        assertThat(topic.configuration()).containsEntry("segment.ms", ONE_DAY);
    }

    @Test
    void keepsBuyersWordsForAWeekInTheDeadLettersToo() {
        assertThat(EnumSet.of(Topic.MESSAGES_MAILBOX, Topic.MESSAGES_ALLEGRO, Topic.REPLIES_REQUESTED))
                .allSatisfy(topic -> {
                    assertThat(topic.configuration()).containsEntry("retention.ms", "604800000");
                    assertThat(topic.deadLetterConfiguration()).containsEntry("retention.ms", "604800000");
                });
    }

    @Test
    void keepsAMonthOfHistoryOfMailboxes() {
        assertThat(Topic.MAILBOX_EVENTS.configuration())
                .containsEntry("cleanup.policy", "compact")
                .containsEntry("min.compaction.lag.ms", "2592000000")
                .containsEntry("max.compaction.lag.ms", "2678400000");
    }

    @Test
    void compactsSettingsAtOnce() {
        assertThat(Topic.AUTORESPONDER_SETTINGS.configuration()).containsEntry("min.compaction.lag.ms", "0");
    }
}
