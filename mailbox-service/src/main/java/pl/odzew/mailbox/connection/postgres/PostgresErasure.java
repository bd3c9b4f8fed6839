package pl.odzew.mailbox.connection.postgres;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import pl.odzew.events.MailboxId;
import pl.odzew.events.SellerId;

/// Deletes all that is kept of a seller. What hangs on a mailbox's row goes with it.
@ApplicationScoped
public class PostgresErasure {

    /// Every table that names a seller. A mailbox whose row is gone still has a history in `mailbox.events`, and is
    /// known from the log alone.
    private static final String MAILBOXES = """
            select id from mailbox where seller_id = :seller
             union select cast(subject as uuid) from audit where seller_id = :seller
             union select mailbox_id from reply_intent where seller_id = :seller
            """;

    private static final List<String> DELETIONS = List.of(
            "delete from mailbox where seller_id = :seller",
            "delete from reply_intent where seller_id = :seller",
            "delete from linked_account where seller_id = :seller",
            "delete from password_try where seller_id = :seller",
            "delete from google_authorization where seller_id = :seller",
            "delete from audit where seller_id = :seller");

    /// Within the caller's transaction; answers the mailboxes whose events are to be forgotten too.
    public Uni<List<MailboxId>> erase(SellerId seller) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(MAILBOXES, UUID.class)
                        .setParameter("seller", seller.value())
                        .getResultList()
                        .call(() -> {
                            Uni<Void> all = Uni.createFrom().voidItem();
                            for (String deletion : DELETIONS) {
                                all = all.chain(() -> session.createNativeQuery(deletion)
                                                .setParameter("seller", seller.value())
                                                .executeUpdate())
                                        .replaceWithVoid();
                            }
                            return all;
                        }))
                .map(ids -> ids.stream().map(MailboxId::new).toList());
    }
}
