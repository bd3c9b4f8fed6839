package pl.odzew.mailbox.connection.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/// How doubtful refusals are confirmed.
@ConfigMapping(prefix = "odzew.suspicion")
interface SuspicionConfig {

    /// The tries that confirm one, counted from the first refusal, which is the first of them.
    @WithDefault("0S,5M,15M")
    List<Duration> confirmAfter();
}
