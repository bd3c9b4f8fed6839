package pl.odzew.transport.outbox;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import pl.odzew.events.catalogue.CloudEvent;
import pl.odzew.events.catalogue.EventCodec;
import pl.odzew.events.catalogue.EventRecord;

/// Takes events into the caller's transaction; they leave if and only if it commits.
///
/// Events of one key leave in the order in which they were added, provided that transactions which write the same key
/// exclude each other, as those do that lock the row whose state the key names.
@ApplicationScoped
public class Outbox {

    /// One statement for any number of events: a statement each would cost a round trip each. The inner cast tells the
    /// driver that the parameter is text; it would send a string as a JSON string otherwise.
    private static final String INSERT = """
            insert into outbox (topic, record_key, headers, payload)
            select event ->> 'topic', event ->> 'key', event -> 'headers', convert_to(event ->> 'payload', 'UTF8')
              from jsonb_array_elements(cast(cast(:events as text) as jsonb)) with ordinality as rows (event, position)
             order by position
            """;

    private final EventCodec codec = new EventCodec();

    public Uni<Void> add(CloudEvent event) {
        return addAll(List.of(event));
    }

    /// Must be called within `Panache.withTransaction` or [pl.odzew.transport.transaction.Transactions#run].
    public Uni<Void> addAll(List<CloudEvent> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var rows = new JsonArray();
        events.stream().map(codec::write).map(Outbox::row).forEach(rows::add);
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(INSERT)
                        .setParameter("events", rows.encode())
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static JsonObject row(EventRecord event) {
        return new JsonObject()
                .put("topic", event.topic())
                .put("key", event.key())
                .put("headers", new JsonObject(Map.copyOf(event.headers())))
                .put("payload", new String(event.value(), StandardCharsets.UTF_8));
    }
}
