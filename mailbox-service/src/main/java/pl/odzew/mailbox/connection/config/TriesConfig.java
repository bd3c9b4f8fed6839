package pl.odzew.mailbox.connection.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How many passwords a seller may let us try.
@ConfigMapping(prefix = "odzew.password-tries")
interface TriesConfig {

    @WithDefault("10")
    int ofSeller();

    @WithDefault("5")
    int ofAddress();

    @WithDefault("15M")
    Duration within();
}
