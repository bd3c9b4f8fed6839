package pl.odzew.mailbox.sending.vertx;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import pl.odzew.mailbox.sending.SendingSettings;

/// How replies are sent.
@ConfigMapping(prefix = "odzew.sending")
interface SendingConfig {

    /// When a possibly sent reply is looked for, counted from the attempt, besides at once.
    @WithDefault("1M,10M,60M")
    List<Duration> lookAgainAfter();

    /// Replies through one mailbox in 24 hours. Gmail allows its owner 500, and he writes himself.
    @WithDefault("200")
    int dailyLimit();

    /// When a reply that could not be sent is tried again.
    @WithDefault("1M")
    Duration retryAfter();

    /// How long replies rest whose mailbox's provider limits sign-ins.
    @WithDefault("10M")
    Duration throttledFor();

    /// How often the database is asked what is due; new replies do not wait for it.
    @WithDefault("1S")
    Duration pollEvery();

    default SendingSettings settings() {
        return new SendingSettings(lookAgainAfter(), dailyLimit(), retryAfter(), throttledFor());
    }
}
