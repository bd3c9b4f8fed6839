package pl.odzew.allegro.authorization.postgres;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How long consents and tokens are waited for and used.
@ConfigMapping(prefix = "odzew.authorization")
public interface AuthorizationConfig {

    /// From the seller's wish to link until Allegro has sent him back.
    @WithDefault("15M")
    Duration linkLifetime();

    /// How long before its end an access token, which lives twelve hours, is refreshed.
    @WithDefault("30M")
    Duration refreshAhead();

    /// Where a thread hints at another login of the seller's, Allegro is asked for it, no more often than this; without
    /// a hint once a day.
    @WithDefault("10M")
    Duration profileAgainAfter();
}
