package pl.odzew.allegro.lease.postgres;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How soon a replica that died is noticed.
@ConfigMapping(prefix = "odzew.lease")
public interface LeaseConfig {

    @WithDefault("5S")
    Duration heartbeat();

    /// Without a heartbeat for so long a replica counts as dead, and its accounts move: within this and one heartbeat.
    @WithDefault("15S")
    Duration deadAfter();

    /// What operators call this replica.
    @WithDefault("${HOSTNAME:allegro-gateway}")
    String name();
}
