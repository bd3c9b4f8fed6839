package pl.odzew.allegro.operation.rest;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import pl.odzew.allegro.client.postgres.BudgetConfig;

/// How the gateway does, for operators.
@Path("/api/v1/operator/allegro-gateway")
@Tag(name = "Operators")
@RolesAllowed("operator")
@Produces(MediaType.APPLICATION_JSON)
public class OperatorResource {

    private static final String ACCOUNTS = """
            select status, coalesce(failure_reason, '') as reason, count(*) as accounts, min(status_since) as since
              from account group by status, failure_reason order by status, reason
            """;
    private static final String REPLIES =
            "select state, count(*) as replies, min(requested_at) as oldest from reply group by state order by state";
    private static final String LATE = """
            select count(*) as accounts, coalesce(max(extract(epoch from now() - next_at)), 0) as seconds
              from account_poll join account on account.id = account_id
             where status = 'LINKED' and next_at < now() - interval '1 minute'
            """;
    private static final String LEASES = """
            select replica.id, replica.name, started_at, heartbeat_at, count(account_id) as accounts
              from replica left join account_poll on account_poll.replica = replica.id
             group by replica.id order by started_at
            """;
    private static final String UNHELD = "select count(*) as accounts from account_poll where replica is null";
    private static final String BUDGET = """
            select greatest(extract(epoch from free_at - now()), 0) as behind,
                   case when blocked_until > now() then blocked_until end as blocked
              from request_budget where client_id = $1
            """;
    private static final String SENT = "select name, requests_last_minute as requests from replica order by started_at";

    private final Pool pool;
    private final BudgetConfig budget;
    private final String client;

    OperatorResource(Pool pool, BudgetConfig budget, @ConfigProperty(name = "odzew.allegro.client-id") String client) {
        this.pool = pool;
        this.budget = budget;
        this.client = client;
    }

    record AccountsView(
            @Schema(examples = "AUTH_FAILED") String status,
            @Schema(examples = "CONSENT_LOST") String reason,
            @Schema(examples = "12") long accounts,
            @Schema(examples = "2026-11-28T10:15:30Z") Instant since) {}

    record RepliesView(
            @Schema(examples = "PENDING") String state,
            @Schema(examples = "3") long replies,
            @Schema(examples = "2026-11-28T10:15:30Z") Instant oldestRequestedAt) {}

    /// @param accounts whose turn came more than a minute ago
    record LateView(
            @Schema(examples = "0") long accounts,
            @Schema(examples = "0") long mostSeconds) {}

    record StatesView(List<AccountsView> accounts, List<RepliesView> replies, LateView late) {}

    record LeaseView(
            String replica,
            @Schema(examples = "allegro-gateway-7d9f") String name,
            Instant startedAt,
            Instant heartbeatAt,
            @Schema(examples = "2000") long accounts) {}

    /// @param unheld accounts that no replica holds at the moment
    record LeasesView(
            List<LeaseView> replicas,
            @Schema(examples = "0") long unheld) {}

    record SentView(
            @Schema(examples = "allegro-gateway-7d9f") String name,
            @Schema(examples = "1800") int requestsLastMinute) {}

    /// @param secondsBehind how long a request waits for its permit
    /// @param blockedUntil while Allegro blocks the client id
    record BudgetView(
            @Schema(examples = "8500") int requestsPerMinute,
            List<SentView> replicas,
            @Schema(examples = "0.0") double secondsBehind,
            @Nullable Instant blockedUntil) {}

    @GET
    @Path("states")
    @Operation(summary = "Accounts and replies by their state, and accounts that wait for their turn")
    public Uni<StatesView> states() {
        return all(ACCOUNTS, OperatorResource::accounts)
                .flatMap(accounts -> all(REPLIES, OperatorResource::replies)
                        .flatMap(replies -> all(LATE, OperatorResource::late)
                                .map(late -> new StatesView(accounts, replies, late.getFirst()))));
    }

    @GET
    @Path("leases")
    @Operation(summary = "Which replica holds how many accounts")
    public Uni<LeasesView> leases() {
        return all(LEASES, OperatorResource::lease)
                .flatMap(replicas -> all(UNHELD, row -> row.getLong("accounts"))
                        .map(unheld -> new LeasesView(replicas, unheld.getFirst())));
    }

    @GET
    @Path("budget")
    @Operation(summary = "What of Allegro's requests is used")
    public Uni<BudgetView> budget() {
        return all(SENT, row -> new SentView(row.getString("name"), row.getInteger("requests")))
                .flatMap(sent -> pool.preparedQuery(BUDGET)
                        .execute(Tuple.of(client))
                        .map(rows -> rows.size() == 0
                                ? new BudgetView(budget.requestsPerMinute(), sent, 0, null)
                                : budget(sent, rows.iterator().next())));
    }

    private BudgetView budget(List<SentView> sent, Row row) {
        return new BudgetView(
                budget.requestsPerMinute(),
                sent,
                row.getDouble("behind"),
                row.getOffsetDateTime("blocked") == null
                        ? null
                        : row.getOffsetDateTime("blocked").toInstant());
    }

    private <T> Uni<List<T>> all(String sql, Function<Row, T> view) {
        return pool.query(sql)
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(view)
                        .toList());
    }

    private static AccountsView accounts(Row row) {
        return new AccountsView(
                row.getString("status"),
                row.getString("reason"),
                row.getLong("accounts"),
                row.getOffsetDateTime("since").toInstant());
    }

    private static RepliesView replies(Row row) {
        return new RepliesView(
                row.getString("state"),
                row.getLong("replies"),
                row.getOffsetDateTime("oldest").toInstant());
    }

    private static LateView late(Row row) {
        return new LateView(row.getLong("accounts"), row.getDouble("seconds").longValue());
    }

    private static LeaseView lease(Row row) {
        return new LeaseView(
                row.getUUID("id").toString(),
                row.getString("name"),
                row.getOffsetDateTime("started_at").toInstant(),
                row.getOffsetDateTime("heartbeat_at").toInstant(),
                row.getLong("accounts"));
    }
}
