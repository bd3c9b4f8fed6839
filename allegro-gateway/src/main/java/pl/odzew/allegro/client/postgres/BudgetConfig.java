package pl.odzew.allegro.client.postgres;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How many requests are sent for the client id.
@ConfigMapping(prefix = "odzew.budget")
public interface BudgetConfig {

    /// Of all replicas together. Allegro blocks the client id for a minute above 9,000; the rest is left for what a
    /// burst, an answer that came late and Allegro's own way of counting add.
    @WithDefault("8500")
    int requestsPerMinute();
}
