package pl.odzew.responder.decision.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// The limits of answering.
@ConfigMapping(prefix = "odzew.replies")
public interface RepliesConfig {

    /// A message older than this is not answered, and a reply that has not left by then expires.
    @WithDefault("48H")
    Duration ageLimit();

    /// A buyer gets at most one answer within this time.
    @WithDefault("24H")
    Duration buyerWindow();

    /// How often messages are looked for whose time has come, or that have waited until the age limit.
    @WithDefault("10S")
    Duration dueCheckEvery();

    /// How often it is looked whether a turn of a stop switch has been followed for every seller.
    @WithDefault("5S")
    Duration stopCheckEvery();
}
