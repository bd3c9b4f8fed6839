package pl.odzew.allegro.messaging.rest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// Which version of Allegro's messaging is spoken.
@ConfigMapping(prefix = "odzew.messaging")
public interface MessagingConfig {

    /// `public-v1` is the fall-back, should Allegro withdraw or break the other; it knows no purchase
    /// problems.
    @WithDefault("beta-v1")
    Version version();

    /// The versions that the gateway speaks.
    enum Version {
        BETA_V1,
        PUBLIC_V1
    }
}
