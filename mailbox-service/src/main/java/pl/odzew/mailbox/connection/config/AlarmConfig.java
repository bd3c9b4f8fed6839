package pl.odzew.mailbox.connection.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/// What follows when the seller was told that his credential is refused.
@ConfigMapping(prefix = "odzew.alarm")
interface AlarmConfig {

    /// Tries counted from the alarm; after the last one comes one a day.
    @WithDefault("1H,6H,24H")
    List<Duration> retryAfter();
}
