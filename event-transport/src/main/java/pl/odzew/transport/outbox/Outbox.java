package pl.odzew.transport.outbox;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import pl.odzew.events.catalogue.CloudEvent;
import pl.odzew.events.catalogue.EventCodec;
import pl.odzew.events.catalogue.EventRecord;
import pl.odzew.events.catalogue.Topic;

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
        return insert(rows);
    }

    /// Adds a tombstone for each key, so that compaction forgets it once the topic's lag is over; what
    /// still waits in the outbox for such a key leaves before it.
    ///
    /// Must be called within a transaction, as [#addAll]. Only a compacted topic forgets by key: others refuse.
    public Uni<Void> forget(Topic topic, Collection<String> keys) {
        if (!(topic.keeping() instanceof Topic.Keeping.Compacted)) {
            throw new IllegalArgumentException(topic.wireName() + " is not compacted and forgets by time alone");
        }
        if (keys.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var rows = new JsonArray();
        keys.stream().map(key -> tombstone(topic, key)).forEach(rows::add);
        return insert(rows);
    }

    private static Uni<Void> insert(JsonArray rows) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(INSERT)
                        .setParameter("events", rows.encode())
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static JsonObject tombstone(Topic topic, String key) {
        return new JsonObject().put("topic", topic.wireName()).put("key", key).put("headers", new JsonObject());
    }

    private static JsonObject row(EventRecord event) {
        return new JsonObject()
                .put("topic", event.topic())
                .put("key", event.key())
                .put("headers", new JsonObject(Map.copyOf(event.headers())))
                .put("payload", new String(event.value(), StandardCharsets.UTF_8));
    }
}
