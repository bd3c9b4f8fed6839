package pl.odzew.notification.delivery.dispatch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import pl.odzew.notification.delivery.WarningSchedule;

/// When warnings leave.
@ConfigMapping(prefix = "odzew.warnings")
public interface DispatchConfig {

    /// How long a first warning waits for further mailboxes of the same seller.
    @WithDefault("60S")
    Duration collectFor();

    /// How long after one warning the next leaves at the earliest; what happens meanwhile is one mail.
    @WithDefault("1H")
    Duration followUpAfter();

    /// The sender's address; its domain stands in the Message-ID.
    String from();

    default WarningSchedule schedule() {
        return new WarningSchedule(collectFor(), followUpAfter());
    }

    /// The end of trouble is told at once, but of several mailboxes together.
    default WarningSchedule goodNewsSchedule() {
        return new WarningSchedule(collectFor(), Duration.ZERO);
    }
}
