package pl.odzew.responder.answering.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import pl.odzew.events.Channel;

class ReplyTimesTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final ReplyTimes times = new ReplyTimes(registry);

    @Test
    void keepsTheChannelsApart() {
        // When
        times.replied(Channel.MAILBOX, Duration.ofSeconds(90));

        // Then
        assertThat(timer("mailbox").totalTime(TimeUnit.SECONDS)).isEqualTo(90);
        assertThat(timer("allegro").count()).isZero();
    }

    @Test
    void takesAClockThatIsAheadForNoTimeAtAll() {
        // When
        times.replied(Channel.ALLEGRO, Duration.ofSeconds(-2));

        // Then
        assertThat(timer("allegro").count()).isEqualTo(1);
        assertThat(timer("allegro").totalTime(TimeUnit.SECONDS)).isZero();
    }

    private Timer timer(String channel) {
        return registry.get("odzew.reply.time").tag("channel", channel).timer();
    }
}
