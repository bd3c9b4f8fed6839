package pl.odzew.allegro.client.micrometer;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import pl.odzew.allegro.client.RequestBudget;

/// Shows how many requests this replica sent within the last minute; Allegro limits the sum over all replicas.
@ApplicationScoped
class BudgetMeter {

    void register(@Observes StartupEvent event, MeterRegistry registry, RequestBudget budget) {
        Gauge.builder("odzew.allegro.requests.last.minute", budget, RequestBudget::requestsLastMinute)
                .strongReference(true)
                .register(registry);
    }
}
