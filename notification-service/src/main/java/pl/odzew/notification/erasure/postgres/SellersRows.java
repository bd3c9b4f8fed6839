package pl.odzew.notification.erasure.postgres;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import pl.odzew.events.SellerId;

/// All rows that this service keeps of a seller; every method belongs into the caller's transaction.
@ApplicationScoped
public class SellersRows {

    /// Every table with a seller in it but the requests to be forgotten themselves, those that refer to others first.
    /// A test compares it with the database.
    static final List<String> TABLES = List.of(
            "incident",
            "reply_problem",
            "reply_streak",
            "mail",
            "notification",
            "board",
            "announcement_recipient",
            "contact_address",
            "contact",
            "subject",
            "known_mailbox",
            "known_account",
            "known_target",
            "known_settings",
            "webhook_call",
            "webhook",
            "audit");

    /// What nobody is to read, not even in the seller's own copy.
    private static final String WITHHELD = "array['seller_id', 'sealed_secret']";

    private static final String RELEASE = """
            delete from suppression where address in (
                select lower(address) from subject where seller_id = ?1
                union select lower(email) from contact_address where seller_id = ?1)
            """;

    /// Each table by its name, with all rows of the seller as they stand there.
    public Uni<JsonObject> export(SellerId seller) {
        return Multi.createFrom()
                .iterable(TABLES)
                .onItem()
                .transformToUniAndConcatenate(table -> rows(table, seller).map(rows -> JsonObject.of(table, rows)))
                .collect()
                .in(JsonObject::new, JsonObject::mergeIn);
    }

    public Uni<Void> delete(SellerId seller) {
        return execute(RELEASE, seller)
                .chain(() -> Multi.createFrom()
                        .iterable(TABLES)
                        .onItem()
                        .transformToUniAndConcatenate(
                                table -> execute("delete from " + table + " where seller_id = ?1", seller))
                        .collect()
                        .last())
                .replaceWithVoid();
    }

    private static Uni<JsonArray> rows(String table, SellerId seller) {
        String sql = "select cast(coalesce(jsonb_agg(to_jsonb(t) - %s), '[]') as text) from %s t where seller_id = ?1"
                .formatted(WITHHELD, table);
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(sql, String.class)
                        .setParameter(1, seller.value())
                        .getSingleResult())
                .map(JsonArray::new);
    }

    private static Uni<Integer> execute(String sql, SellerId seller) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(sql)
                        .setParameter(1, seller.value())
                        .executeUpdate());
    }
}
