package pl.odzew.mailbox.watch.vertx;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Ready when this replica does its part of the work.
@Readiness
@ApplicationScoped
class WatchReadiness implements HealthCheck {

    private final Ownership ownership;

    WatchReadiness(Ownership ownership) {
        this.ownership = ownership;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("mailboxes watched")
                .status(ownership.isWorking())
                .build();
    }
}
