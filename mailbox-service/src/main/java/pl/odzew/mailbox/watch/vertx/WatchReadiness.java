package pl.odzew.mailbox.watch.vertx;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Ready when the mailboxes are watched by this process.
@Readiness
@ApplicationScoped
class WatchReadiness implements HealthCheck {

    private final Watchers watchers;

    WatchReadiness(Watchers watchers) {
        this.watchers = watchers;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("mailboxes watched")
                .status(watchers.isWorking())
                .build();
    }
}
