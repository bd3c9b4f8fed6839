package pl.odzew.allegro.messaging.kafka;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import pl.odzew.allegro.messaging.PollSchedule;

/// How often accounts are asked; see [PollSchedule] for what the intervals mean.
@ConfigMapping(prefix = "odzew.polling")
public interface PollingConfig {

    @WithDefault("40S")
    Duration activeInterval();

    @WithDefault("3M")
    Duration idleInterval();

    @WithDefault("24H")
    Duration activeFor();

    @WithDefault("10M")
    Duration wholeListInterval();

    @WithDefault("10M")
    Duration issuesInterval();

    @WithDefault("72H")
    Duration backlog();

    @WithDefault("10M,1H,6H,24H,48H,72H")
    List<Duration> lateLooks();

    @WithDefault("10M")
    Duration pendingInterval();

    /// Accounts asked at the same time; Allegro opens at most 20 sessions for one client id.
    @WithDefault("16")
    int atOnce();

    default PollSchedule schedule() {
        return new PollSchedule(
                activeInterval(),
                idleInterval(),
                activeFor(),
                wholeListInterval(),
                issuesInterval(),
                backlog(),
                lateLooks(),
                pendingInterval());
    }
}
