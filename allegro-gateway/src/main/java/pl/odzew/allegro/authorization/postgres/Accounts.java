package pl.odzew.allegro.authorization.postgres;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import pl.odzew.allegro.audit.AuditEntry;
import pl.odzew.allegro.audit.postgres.AuditLog;
import pl.odzew.allegro.authorization.AccountFailure;
import pl.odzew.allegro.authorization.LinkedAccount;
import pl.odzew.allegro.authorization.Person;
import pl.odzew.events.AccountId;
import pl.odzew.events.Event;
import pl.odzew.events.EventId;
import pl.odzew.events.SellerId;
import pl.odzew.events.catalogue.CloudEvent;
import pl.odzew.events.catalogue.Service;
import pl.odzew.transport.outbox.Outbox;
import pl.odzew.transport.transaction.Transactions;

/// Linked accounts; whatever changes one locks its row and publishes the change in the same transaction.
@ApplicationScoped
public class Accounts {

    private static final Logger LOG = Logger.getLogger(Accounts.class);

    private final Transactions transactions;
    private final AuditLog audit;
    private final Outbox outbox;
    private final Clock clock;

    Accounts(Transactions transactions, AuditLog audit, Outbox outbox, Clock clock) {
        this.audit = audit;
        this.transactions = transactions;
        this.outbox = outbox;
        this.clock = clock;
    }

    public Uni<List<LinkedAccount>> of(SellerId seller) {
        return transactions.run(() -> Panache.getSession()
                .flatMap(session -> session.createQuery(
                                "from AccountEntity where sellerId = :seller order by linkedAt", AccountEntity.class)
                        .setParameter("seller", seller.value())
                        .getResultList())
                .map(rows -> rows.stream().map(AccountEntity::read).toList()));
    }

    /// Empty for what is not there and for another seller's: nobody can tell the two apart.
    public Uni<Optional<LinkedAccount>> find(AccountId id, SellerId seller) {
        return find(id).map(found -> found.filter(account -> account.sellerId().equals(seller)));
    }

    public Uni<Optional<LinkedAccount>> find(AccountId id) {
        return transactions.run(() -> Panache.getSession()
                .flatMap(session -> session.find(AccountEntity.class, id.value()))
                .map(row -> Optional.ofNullable(row).map(AccountEntity::read)));
    }

    /// Takes the account and its tokens away; answers whether it was there. Replies that wait for it end by themselves.
    public Uni<Boolean> unlink(AccountId id, Person person) {
        SellerId seller = person.seller();
        return transactions.run(() -> Panache.getSession()
                .flatMap(session -> locked(session, id)
                        .flatMap(row -> row == null || !row.sellerId.equals(seller.value())
                                ? Uni.createFrom().item(false)
                                : session.remove(row)
                                        .chain(() -> record(
                                                row, person.name(), AuditEntry.Action.ACCOUNT_UNLINKED, row.login))
                                        .chain(() -> publish(row.read().unlinked(clock.instant())))
                                        .invoke(() -> LOG.infof("An account was unlinked: accountId=%s", id))
                                        .replaceWith(true))));
    }

    /// Allegro refuses us: polling stops, one event tells why.
    public Uni<Void> fail(AccountId id, AccountFailure failure) {
        return transactions.run(() -> Panache.getSession()
                .flatMap(session -> locked(session, id))
                .flatMap(row -> row == null ? Uni.createFrom().voidItem() : fail(row, failure)));
    }

    /// Within the caller's transaction, in which the row is locked.
    Uni<Void> fail(AccountEntity row, AccountFailure failure) {
        return row.read()
                .failed(failure, clock.instant())
                .map(change -> {
                    row.write(change.account());
                    LOG.infof("An account failed: accountId=%s reason=%s", row.id, failure.reason());
                    return record(
                                    row,
                                    AuditEntry.ALLEGRO,
                                    AuditEntry.Action.ACCOUNT_FAILED,
                                    failure.reason().name())
                            .chain(() -> publish(change.event()));
                })
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    /// Within the caller's transaction.
    Uni<Void> record(AccountEntity row, String actor, AuditEntry.Action action, String detail) {
        return audit.add(new AuditEntry(
                new SellerId(row.sellerId), clock.instant(), actor, action, "allegro-accounts/" + row.id, detail));
    }

    Uni<Void> publish(Event event) {
        return outbox.add(new CloudEvent(
                new EventId(UUID.randomUUID().toString()),
                Service.ALLEGRO_GATEWAY.source(),
                clock.instant(),
                event,
                null));
    }

    /// The item is null where there is no such account.
    static Uni<AccountEntity> locked(Mutiny.Session session, AccountId id) {
        return session.find(AccountEntity.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
    }
}
