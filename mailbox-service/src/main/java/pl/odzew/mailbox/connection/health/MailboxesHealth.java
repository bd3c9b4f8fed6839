package pl.odzew.mailbox.connection.health;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import pl.odzew.mailbox.connection.MailboxCounts;

/// Shows how many mailboxes are in each condition, in all replicas together. Never down: that mailboxes are refused
/// is no reason to take a replica away from those that are not.
@Readiness
@ApplicationScoped
class MailboxesHealth implements AsyncHealthCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final MailboxCounts counts;

    MailboxesHealth(MailboxCounts counts) {
        this.counts = counts;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return Uni.createFrom()
                .completionStage(counts::count)
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .map(MailboxesHealth::response)
                .onFailure()
                .recoverWithItem(() -> named().withData("counted", false).up().build());
    }

    private static HealthCheckResponse response(List<MailboxCounts.Count> counts) {
        Map<String, Long> byStatus = counts.stream()
                .collect(Collectors.groupingBy(
                        MailboxCounts.Count::status,
                        TreeMap::new,
                        Collectors.summingLong(MailboxCounts.Count::mailboxes)));
        HealthCheckResponseBuilder response = named();
        byStatus.forEach(response::withData);
        return response.up().build();
    }

    private static HealthCheckResponseBuilder named() {
        return HealthCheckResponse.named("mailboxes by condition");
    }
}
