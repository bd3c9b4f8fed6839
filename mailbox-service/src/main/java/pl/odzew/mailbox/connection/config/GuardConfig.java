package pl.odzew.mailbox.connection.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import pl.odzew.mailbox.refusal.GuardSettings;

/// When many doubtful refusals are taken for the provider's own trouble.
@ConfigMapping(prefix = "odzew.outage-guard")
public interface GuardConfig {

    /// That many of a provider's mailboxes must be in doubt.
    @WithDefault("20")
    int mailboxes();

    /// And that part of them all.
    @WithDefault("0.2")
    double share();

    /// Web sign-in demands within this time count as having come together.
    @WithDefault("15M")
    Duration together();

    /// The operator is called when it has held for so long; for web sign-in demands at once.
    @WithDefault("5M")
    Duration pageAfter();

    /// After so long of steady refusals everybody is warned.
    @WithDefault("60M")
    Duration warnAfter();

    /// It holds no longer, however the canaries fare.
    @WithDefault("3H")
    Duration longest();

    /// Between two tries of canaries; own servers ban an address after some failures in ten minutes.
    @WithDefault("2M")
    Duration round();

    /// The same while canaries are accepted.
    @WithDefault("30S")
    Duration quickRound();

    @WithDefault("6H")
    Duration rearmAfter();

    /// How often the guard is looked after.
    @WithDefault("10S")
    Duration reviewEvery();

    default GuardSettings settings() {
        return new GuardSettings(
                mailboxes(),
                share(),
                together(),
                pageAfter(),
                warnAfter(),
                longest(),
                round(),
                quickRound(),
                rearmAfter());
    }
}
