package pl.odzew.mailbox.connection.vertx;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import pl.odzew.mailbox.connection.Guards.Standing;
import pl.odzew.mailbox.connection.OutageDesk;
import pl.odzew.mailbox.connection.OutageRounds;
import pl.odzew.mailbox.connection.config.GuardConfig;
import pl.odzew.mailbox.refusal.OutageGuard;
import pl.odzew.mailbox.refusal.ProviderKey;

/// Runs the rounds every few seconds, in each process: all of them must see when a provider is doubted.
///
/// `odzew_outage_guard_page` is what an operator is called by: 1 while a provider is doubted and he is needed.
@ApplicationScoped
class GuardRounds {

    private static final Logger LOG = Logger.getLogger(GuardRounds.class);

    private final Vertx vertx;
    private final OutageRounds rounds;
    private final OutageDesk desk;
    private final GuardConfig config;
    private final MultiGauge holding;
    private final MultiGauge page;
    private final MultiGauge suspects;
    private final AtomicBoolean running = new AtomicBoolean();
    private long timer;

    GuardRounds(Vertx vertx, OutageRounds rounds, OutageDesk desk, GuardConfig config, MeterRegistry registry) {
        this.vertx = vertx;
        this.rounds = rounds;
        this.desk = desk;
        this.config = config;
        this.holding = MultiGauge.builder("odzew.outage.guard.holding")
                .description("1 while a provider is doubted and only canaries sign in")
                .register(registry);
        this.page = MultiGauge.builder("odzew.outage.guard.page")
                .description("1 while an operator is needed: a provider refuses many, or distrusts our address")
                .register(registry);
        this.suspects = MultiGauge.builder("odzew.outage.guard.suspects")
                .description("Mailboxes in doubt at a provider with many of them")
                .register(registry);
    }

    void start(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(config.reviewEvery().toMillis(), _ -> run());
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    private void run() {
        if (!running.compareAndSet(false, true)) {
            return;
        }
        rounds.run().whenComplete((_, failure) -> {
            running.set(false);
            if (failure == null) {
                show(desk.latest());
            } else {
                LOG.warnf("A round of the outage guard failed and comes again: %s", failure);
            }
        });
    }

    private void show(Map<ProviderKey, Standing> latest) {
        holding.register(
                latest.entrySet().stream()
                        .map(entry -> MultiGauge.Row.of(tags(entry), isHolding(entry.getValue()) ? 1 : 0))
                        .toList(),
                true);
        page.register(
                latest.entrySet().stream()
                        .map(entry -> MultiGauge.Row.of(tags(entry), isPaged(entry.getValue()) ? 1 : 0))
                        .toList(),
                true);
        suspects.register(
                latest.entrySet().stream()
                        .map(entry -> MultiGauge.Row.of(
                                tags(entry), entry.getValue().counts().suspects()))
                        .toList(),
                true);
    }

    private static Tags tags(Map.Entry<ProviderKey, Standing> entry) {
        return Tags.of("provider", entry.getKey().value());
    }

    private static boolean isHolding(Standing standing) {
        return standing.guard() instanceof OutageGuard.Holding;
    }

    /// Warning everybody is not the end of the trouble: the operator is needed until it is.
    private static boolean isPaged(Standing standing) {
        return switch (standing.guard()) {
            case OutageGuard.Holding holding -> holding.pagedAt() != null;
            case OutageGuard.Warning _ -> true;
            case OutageGuard.Watching _, OutageGuard.Easing _ -> false;
        };
    }
}
