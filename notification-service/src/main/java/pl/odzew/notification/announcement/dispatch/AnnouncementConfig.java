package pl.odzew.notification.announcement.dispatch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How announcements leave.
@ConfigMapping(prefix = "odzew.announcements")
public interface AnnouncementConfig {

    /// How many sellers are written to in a second, over all replicas.
    @WithDefault("10")
    int perSecond();

    /// How many of them at once on one replica.
    @WithDefault("4")
    int concurrency();

    /// After how many refusals of the mail server a seller is given up.
    @WithDefault("10")
    int mostAttempts();

    /// Longer than handing over a batch can last; what was claimed longer ago counts as possibly sent.
    @WithDefault("10M")
    Duration lease();
}
