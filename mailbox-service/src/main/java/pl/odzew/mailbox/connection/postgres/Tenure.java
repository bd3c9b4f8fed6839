package pl.odzew.mailbox.connection.postgres;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import pl.odzew.transport.transaction.Transactions;

/// Which process works on the mailboxes: the one that started last. Each start takes a higher epoch; whoever writes a
/// cursor or a claim compares his own in the same statement, so a process that was left behind does no harm.
@ApplicationScoped
public class Tenure {

    private final Transactions transactions;
    private volatile long epoch;

    Tenure(Transactions transactions) {
        this.transactions = transactions;
    }

    /// Takes over; from now on every older process is fenced off.
    public Uni<Long> begin() {
        return transactions
                .run(() -> Panache.getSession()
                        .flatMap(session -> session.createNativeQuery(
                                        "update replica set epoch = epoch + 1, started_at = now() returning epoch",
                                        Long.class)
                                .getSingleResult()))
                .invoke(taken -> epoch = taken);
    }

    /// Whether nobody has taken over since.
    public Uni<Boolean> lasts() {
        return transactions
                .run(() -> Panache.getSession()
                        .flatMap(session -> session.createNativeQuery("select epoch from replica", Long.class)
                                .getSingleResult()))
                .map(present -> present == epoch);
    }

    /// Zero before [#begin], which no row ever has.
    public long epoch() {
        return epoch;
    }
}
