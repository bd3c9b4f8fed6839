package pl.odzew.allegro.authorization.postgres;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import pl.odzew.allegro.authorization.Allegro;
import pl.odzew.allegro.authorization.DeviceAnswer;
import pl.odzew.allegro.authorization.Linking;
import pl.odzew.allegro.authorization.Person;
import pl.odzew.allegro.authorization.Secret;
import pl.odzew.allegro.authorization.TokenAnswer;
import pl.odzew.allegro.authorization.Vault;

/// Links an account by device (RFC 8628): the seller types a short code at Allegro, and is asked about until he has.
@ApplicationScoped
public class DeviceLinking {

    /// RFC 8628 §3.5: by so much the interval grows when Allegro says `slow_down`.
    private static final Duration SLOWER = Duration.ofSeconds(5);

    private static final String INSERT = """
            insert into device_link (id, seller_id, device_code, interval_ms, next_at, expires_at)
                values ($1, $2, $3, $4, now(), $5)
            """;
    private static final String FORGET = "delete from device_link where expires_at < now() - interval '1 day'";

    /// Takes the turn to ask, so that two who ask at once are one question to Allegro.
    private static final String TURN = """
            update device_link set next_at = now() + interval_ms * interval '1 millisecond'
             where id = $1 and seller_id = $2 and next_at <= now()
            returning device_code, interval_ms, expires_at
            """;
    private static final String KNOWN = """
            select interval_ms, expires_at from device_link where id = $1 and seller_id = $2
            """;
    private static final String SLOW_DOWN = """
            update device_link set interval_ms = interval_ms + $2, next_at = next_at + $2 * interval '1 millisecond'
             where id = $1
            """;
    private static final String DONE = "delete from device_link where id = $1";

    private final Pool pool;
    private final Allegro allegro;
    private final Vault vault;
    private final AccountLinking linking;
    private final Clock clock;

    DeviceLinking(Pool pool, Allegro allegro, Vault vault, AccountLinking linking, Clock clock) {
        this.pool = pool;
        this.allegro = allegro;
        this.vault = vault;
        this.linking = linking;
        this.clock = clock;
    }

    /// What the seller needs, or why there is nothing.
    public sealed interface Begun {
        record Waiting(UUID id, DeviceAnswer.Begun device) implements Begun {}

        record AllegroUnavailable(String what) implements Begun {}
    }

    public Uni<Begun> begin(Person person) {
        return Uni.createFrom().completionStage(allegro::device).flatMap(answer -> switch (answer) {
            case DeviceAnswer.Begun device -> store(person, device);
            case DeviceAnswer.Unavailable unavailable ->
                Uni.createFrom().item(new Begun.AllegroUnavailable(unavailable.what()));
        });
    }

    private Uni<Begun> store(Person person, DeviceAnswer.Begun device) {
        UUID id = UUID.randomUUID();
        Tuple row = Tuple.of(
                id,
                person.seller().value(),
                Buffer.buffer(vault.seal(device.deviceCode(), boundTo(id))),
                device.interval().toMillis(),
                device.expiresAt().atOffset(ZoneOffset.UTC));
        return pool.query(FORGET)
                .execute()
                .chain(() -> pool.preparedQuery(INSERT).execute(row))
                .replaceWith(new Begun.Waiting(id, device));
    }

    /// Asks Allegro, unless it was asked just now.
    public Uni<Linking> check(Person person, UUID id) {
        return pool.preparedQuery(TURN)
                .execute(Tuple.of(id, person.seller().value()))
                .flatMap(rows -> rows.size() == 0
                        ? notNow(person, id)
                        : ask(person, id, rows.iterator().next()));
    }

    private Uni<Linking> notNow(Person person, UUID id) {
        return pool.preparedQuery(KNOWN)
                .execute(Tuple.of(id, person.seller().value()))
                .map(rows -> rows.size() == 0
                        ? new Linking.StateUnknown()
                        : new Linking.Waiting(
                                Duration.ofMillis(rows.iterator().next().getLong("interval_ms"))));
    }

    private Uni<Linking> ask(Person person, UUID id, Row row) {
        OffsetDateTime expiresAt = row.getOffsetDateTime("expires_at");
        if (!clock.instant().isBefore(expiresAt.toInstant())) {
            return Uni.createFrom().item(new Linking.StateExpired());
        }
        Secret code = vault.open(row.getBuffer("device_code").getBytes(), boundTo(id));
        var interval = Duration.ofMillis(row.getLong("interval_ms"));
        return Uni.createFrom().completionStage(() -> allegro.byDevice(code)).flatMap(answer -> switch (answer) {
            case TokenAnswer.Issued issued -> done(id).chain(() -> linking.identify(person, issued.tokens()));
            case TokenAnswer.NotYet notYet -> notYet(id, interval, notYet.tooOften());
            case TokenAnswer.Refused refused -> done(id).replaceWith(new Linking.CodeRefused(refused.serverWords()));
            case TokenAnswer.Unavailable unavailable ->
                Uni.createFrom().item(new Linking.AllegroUnavailable(unavailable.what()));
        });
    }

    private Uni<Linking> notYet(UUID id, Duration interval, boolean tooOften) {
        if (!tooOften) {
            return Uni.createFrom().item(new Linking.Waiting(interval));
        }
        return pool.preparedQuery(SLOW_DOWN)
                .execute(Tuple.of(id, SLOWER.toMillis()))
                .replaceWith(new Linking.Waiting(interval.plus(SLOWER)));
    }

    private Uni<Void> done(UUID id) {
        return pool.preparedQuery(DONE).execute(Tuple.of(id)).replaceWithVoid();
    }

    private static String boundTo(UUID id) {
        return "device_link/" + id + "/device_code";
    }
}
