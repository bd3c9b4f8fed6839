package pl.odzew.notification.webhook.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import pl.odzew.notification.webhook.Address;

/// How sellers' programs are called.
@ConfigMapping(prefix = "odzew.webhooks")
public interface WebhookConfig {

    /// Whether addresses of private networks, and http, may be named; for a local run and tests.
    @WithDefault("false")
    boolean allowPrivate();

    /// How long an answer may take.
    @WithDefault("15S")
    Duration timeout();

    /// How many calls at once on one replica, so that a slow address keeps nobody waiting.
    @WithDefault("8")
    int concurrency();

    default Address address() {
        return new Address(allowPrivate());
    }
}
