package pl.odzew.notification.delivery.dispatch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// When warnings leave.
@ConfigMapping(prefix = "odzew.warnings")
public interface DispatchConfig {

    /// How long a first warning waits for further mailboxes of the same seller.
    @WithDefault("60S")
    Duration collectFor();

    /// The sender's address; its domain stands in the Message-ID.
    String from();
}
