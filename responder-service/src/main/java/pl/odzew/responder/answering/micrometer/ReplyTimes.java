package pl.odzew.responder.answering.micrometer;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import pl.odzew.events.Channel;

/// `odzew_reply_time_seconds`: how long buyers waited, from their message to the moment at which the reply was
/// accepted.
@ApplicationScoped
public class ReplyTimes {

    private static final Duration[] BUCKETS = {
        Duration.ofSeconds(5),
        Duration.ofSeconds(15),
        Duration.ofMinutes(1),
        Duration.ofMinutes(2),
        // The objective: docs/runbook.md.
        Duration.ofMinutes(5),
        Duration.ofMinutes(15),
        Duration.ofHours(1),
        Duration.ofHours(48)
    };

    private final Map<Channel, Timer> timers = new EnumMap<>(Channel.class);

    public ReplyTimes(MeterRegistry registry) {
        for (Channel channel : Channel.values()) {
            timers.put(
                    channel,
                    Timer.builder("odzew.reply.time")
                            .description("From a buyer's message to the accepted reply")
                            .tag("channel", channel.name().toLowerCase(Locale.ROOT))
                            .serviceLevelObjectives(BUCKETS)
                            .register(registry));
        }
    }

    /// Clocks of mail servers may be a little ahead of ours.
    public void replied(Channel channel, Duration time) {
        Timer timer = timers.get(channel);
        if (timer != null) {
            timer.record(time.isNegative() ? Duration.ZERO : time);
        }
    }
}
