package pl.odzew.allegro.messaging.kafka;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import pl.odzew.allegro.messaging.PollSchedule;

/// How often accounts are asked; see [PollSchedule] for what the intervals mean.
@ConfigMapping(prefix = "odzew.polling")
public interface PollingConfig {

    @WithDefault("20S")
    Duration busyInterval();

    @WithDefault("2M")
    Duration idleInterval();

    @WithDefault("1H")
    Duration busyFor();

    @WithDefault("10M")
    Duration trailingInterval();

    @WithDefault("72H")
    Duration trailingWindow();

    /// Accounts asked at the same time; Allegro opens at most 20 sessions for one client id.
    @WithDefault("16")
    int atOnce();

    default PollSchedule schedule() {
        return new PollSchedule(busyInterval(), idleInterval(), busyFor(), trailingInterval(), trailingWindow());
    }
}
