package pl.odzew.responder.answering.postgres;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/// Forgets what is older than it may become; all calls need a transaction.
@ApplicationScoped
public class Retention {

    private static final String FORGET_TEXTS =
            "update decision set message = null where received_at < :before and message is not null and outcome <> 'WAITING'";

    private static final List<String> FORGET_ALL = List.of(
            "delete from decision where received_at < :before and outcome <> 'WAITING'",
            "delete from persons_answer where answered_at < :before",
            "delete from audit where at < :before",
            "delete from erased_seller where erased_at < :before",
            // A name that no decision bears any more leads nowhere.
            """
            delete from buyer_identity i
             where not exists (select from decision d
                                where d.seller_id = i.seller_id and d.received_at >= :before
                                  and (d.buyer_masked = i.masked_local_part or d.buyer_login = i.login))
            """);

    /// Buyers' words go; what was decided, and why, stays.
    public Uni<Integer> forgetTexts(Instant before) {
        return execute(FORGET_TEXTS, before);
    }

    /// Everything about messages goes.
    public Uni<Void> forgetDecisions(Instant before) {
        return Multi.createFrom()
                .iterable(FORGET_ALL)
                .onItem()
                .transformToUniAndConcatenate(statement -> execute(statement, before))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static Uni<Integer> execute(String statement, Instant before) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(statement)
                        .setParameter("before", before)
                        .executeUpdate());
    }
}
