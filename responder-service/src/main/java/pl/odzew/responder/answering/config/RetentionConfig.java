package pl.odzew.responder.answering.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How long what buyers wrote, and what was decided about it, is kept.
@ConfigMapping(prefix = "odzew.retention")
public interface RetentionConfig {

    /// Buyers' words, which a rehearsal needs for 30 days.
    @WithDefault("90D")
    Duration texts();

    /// Decisions; longer than the longest window of a buyer, which is 90 days.
    @WithDefault("400D")
    Duration decisions();
}
