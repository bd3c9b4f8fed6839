package pl.odzew.notification.announcement.postgres;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import pl.odzew.events.MailAddress;
import pl.odzew.events.SellerId;
import pl.odzew.notification.announcement.Affected;
import pl.odzew.notification.announcement.Segment;

/// Asks the projection whom a segment takes in; every method belongs into the caller's transaction.
@ApplicationScoped
public class AudienceStore {

    /// The mailboxes of a segment; the same condition wherever it is asked for.
    static final String AFFECTED = """
             answering_mailbox
             where provider = any (string_to_array(cast(:providers as text), ','))
               and credential_shape = any (string_to_array(cast(:credentials as text), ','))
               and autoresponder = any (cast(string_to_array(cast(:versions as text), ',') as int[]))
            """;

    private static final String COUNT = "select count(*) || ' ' || count(distinct seller_id) from" + AFFECTED;
    private static final String ROWS = """
            select cast(jsonb_build_object('seller', seller_id,
                                           'mailboxes', jsonb_agg(jsonb_build_object('id', id, 'address', address)
                                                                  order by address)) as text)
              from""" + AFFECTED;
    private static final String SAMPLE = ROWS + " group by seller_id order by md5(seller_id) limit :most";
    private static final String ONE = ROWS + " and seller_id = :seller group by seller_id";

    /// How many.
    public record Size(long mailboxes, long sellers) {}

    public Uni<Size> size(Segment segment) {
        return Panache.getSession()
                .flatMap(session -> bind(session.createNativeQuery(COUNT, String.class), segment)
                        .getSingleResult())
                .map(counts -> {
                    int space = counts.indexOf(' ');
                    return new Size(
                            Long.parseLong(counts.substring(0, space)), Long.parseLong(counts.substring(space + 1)));
                });
    }

    /// Some of them, spread evenly over all sellers, and the same ones each time.
    public Uni<List<Affected>> sample(Segment segment, int most) {
        return Panache.getSession()
                .flatMap(session -> bind(session.createNativeQuery(SAMPLE, String.class), segment)
                        .setParameter("most", most)
                        .getResultList())
                .map(rows -> rows.stream().map(AudienceStore::affected).toList());
    }

    /// Nothing when the segment does not take the seller in, or takes him in no longer.
    public Uni<Optional<Affected>> affected(Segment segment, SellerId seller) {
        return Panache.getSession()
                .flatMap(session -> bind(session.createNativeQuery(ONE, String.class), segment)
                        .setParameter("seller", seller.value())
                        .getSingleResultOrNull())
                .map(row -> row == null ? Optional.empty() : Optional.of(affected(row)));
    }

    static <T> Mutiny.SelectionQuery<T> bind(Mutiny.SelectionQuery<T> query, Segment segment) {
        return query.setParameter("providers", names(segment.providers()))
                .setParameter("credentials", names(segment.credentials()))
                .setParameter("versions", numbers(segment));
    }

    static String names(Collection<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).collect(Collectors.joining(","));
    }

    static String numbers(Segment segment) {
        return segment.versions().stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static Affected affected(String row) {
        var json = new JsonObject(row);
        JsonArray mailboxes = json.getJsonArray("mailboxes");
        return new Affected(
                new SellerId(json.getString("seller")),
                mailboxes.stream()
                        .map(JsonObject.class::cast)
                        .map(one -> new Affected.Mailbox(
                                UUID.fromString(one.getString("id")), new MailAddress(one.getString("address"))))
                        .toList());
    }
}
