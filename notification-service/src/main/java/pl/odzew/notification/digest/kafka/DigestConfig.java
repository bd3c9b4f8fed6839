package pl.odzew.notification.digest.kafka;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import pl.odzew.notification.delivery.WarningSchedule;

/// When problems with replies are told.
@ConfigMapping(prefix = "odzew.digest")
public interface DigestConfig {

    /// How long the first problem waits for others.
    @WithDefault("1H")
    Duration collectFor();

    /// How long after one digest the next leaves at the earliest.
    @WithDefault("24H")
    Duration followUpAfter();

    default WarningSchedule schedule() {
        return new WarningSchedule(collectFor(), followUpAfter());
    }
}
