package pl.odzew.mailbox.connection.postgres;

import io.quarkus.hibernate.reactive.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletionStage;
import pl.odzew.mailbox.connection.MailboxCounts;
import pl.odzew.transport.transaction.Transactions;

/// Counts in PostgreSQL, whichever process watches a mailbox.
@ApplicationScoped
class PostgresMailboxCounts implements MailboxCounts {

    private static final int MAILBOXES = 3;

    private final Transactions transactions;

    PostgresMailboxCounts(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public CompletionStage<List<Count>> count() {
        return transactions
                .run(() -> Panache.getSession()
                        .flatMap(session -> session.createNativeQuery("""
                                select provider_key, status, reason, count(*) from mailbox
                                 group by provider_key, status, reason order by provider_key, status, reason
                                """, Object[].class)
                                .getResultList()
                                .map(rows -> rows.stream()
                                        .map(row -> new Count(
                                                (String) row[0],
                                                (String) row[1],
                                                (String) row[2],
                                                ((Number) row[MAILBOXES]).longValue()))
                                        .toList())))
                .subscribeAsCompletionStage();
    }
}
