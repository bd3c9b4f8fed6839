package pl.odzew.mailbox.lease.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.odzew.embedded.quarkus.EmbeddedInfrastructure;
import pl.odzew.mailbox.lease.Leases;
import pl.odzew.mailbox.lease.LeasesContract;

class PostgresLeasesTest extends LeasesContract {

    private Pool pool;

    @BeforeEach
    void makeDatabase() {
        Map<String, String> database = new EmbeddedInfrastructure().start();
        Flyway.configure()
                .dataSource(
                        database.get("quarkus.datasource.jdbc.url"),
                        database.get("quarkus.datasource.username"),
                        database.get("quarkus.datasource.password"))
                .locations("classpath:db/migration")
                .load()
                .migrate();
        pool = PgBuilder.pool()
                .connectingTo(PgConnectOptions.fromUri(database.get("quarkus.datasource.reactive.url"))
                        .setUser(database.get("quarkus.datasource.username"))
                        .setPassword(database.get("quarkus.datasource.password")))
                .with(new PoolOptions().setMaxSize(4))
                .build();
    }

    @AfterEach
    void close() {
        pool.close().await().atMost(Duration.ofSeconds(10));
    }

    @Override
    protected Leases replica() {
        return new PostgresLeases(pool, new Config());
    }

    @Override
    protected void connect(int mailboxes) {
        for (int i = 0; i < mailboxes; i++) {
            run("""
                    insert into mailbox (id, seller_id, address, provider, provider_key, status_since,
                                         credential_shape, credential_version,
                                         version, status, condition, secret)
                    values ($1, 'anna', $2, 'GMAIL', 'GMAIL', now(), 'OTHER', 1, 1, 'OK', '{}', '')
                    """, Tuple.of(UUID.randomUUID(), UUID.randomUUID() + "@gmail.com"));
        }
    }

    @Override
    protected void fallSilent(Leases replica) {
        run(
                "update replica set heartbeat_at = now() - interval '1 minute' where id = $1",
                Tuple.of(((PostgresLeases) replica).replica()));
    }

    @Test
    void aMailboxThatIsTakenAwayLeavesNoLease() {
        // Given
        connect(2);
        Leases replica = replica();
        await(replica.turn(true));

        // When
        run("delete from mailbox where id = (select id from mailbox limit 1)", Tuple.tuple());

        // Then
        assertThat(await(replica.turn(true)).held()).hasSize(1);
    }

    private void run(String statement, Tuple parameters) {
        pool.preparedQuery(statement).execute(parameters).await().atMost(Duration.ofSeconds(10));
    }

    private static final class Config implements LeaseConfig {
        @Override
        public Duration turnEvery() {
            return Duration.ofSeconds(3);
        }

        @Override
        public Duration deadAfter() {
            return Duration.ofSeconds(12);
        }

        @Override
        public int movesAtOnce() {
            return 1;
        }

        @Override
        public Duration drainFor() {
            return Duration.ZERO;
        }
    }
}
