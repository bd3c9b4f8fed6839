package pl.odzew.notification.board.rest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How the stream of notifications behaves.
@ConfigMapping(prefix = "odzew.stream")
public interface StreamConfig {

    /// How long it may be silent before a comment shows that it lives; shorter than proxies wait.
    @WithDefault("15S")
    Duration heartbeat();
}
