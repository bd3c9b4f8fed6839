package pl.odzew.notification.delivery.health;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.health.api.Wellness;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheckResponse;

/// Down while the operator's mail server has taken no mail for a while that it should have taken.
///
/// Wellness and not readiness: the portal is to go on reading notifications from here, above all then.
@Wellness
@ApplicationScoped
class MailHealth implements AsyncHealthCheck {

    private static final String NAME = "mails leave";
    private static final String QUEUE = """
            select count(*) filter (where attempts > 0) as refused,
                   count(*) as waiting,
                   coalesce(extract(epoch from now() - min(created_at) filter (where attempts > 0)), 0)::bigint as longest
              from mail where state in ('WAITING', 'SENDING') and (attempts > 0 or due_at <= now())
            """;

    private final Pool pool;
    private final Duration troubleAfter;

    MailHealth(
            Pool pool, @ConfigProperty(name = "odzew.mails.trouble-after", defaultValue = "5M") Duration troubleAfter) {
        this.pool = pool;
        this.troubleAfter = troubleAfter;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return pool.preparedQuery(QUEUE)
                .execute(Tuple.tuple())
                .map(rows -> response(rows.iterator().next()));
    }

    private HealthCheckResponse response(Row row) {
        long longest = row.getLong("longest");
        return HealthCheckResponse.named(NAME)
                .status(longest < troubleAfter.toSeconds())
                .withData("waiting", row.getLong("waiting"))
                .withData("refused so far", row.getLong("refused"))
                .withData("longest in seconds", longest)
                .build();
    }
}
