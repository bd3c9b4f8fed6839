package pl.odzew.mailbox.connection.postgres;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hibernate.LockMode;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.reactive.mutiny.Mutiny;
import pl.odzew.events.MailboxId;
import pl.odzew.events.SellerId;
import pl.odzew.events.mailbox.v1.CredentialShape;
import pl.odzew.mailbox.connection.Change;
import pl.odzew.mailbox.connection.Deed;
import pl.odzew.mailbox.connection.Login;
import pl.odzew.mailbox.connection.Mailbox;
import pl.odzew.mailbox.connection.Mailboxes;
import pl.odzew.mailbox.connection.Password;
import pl.odzew.mailbox.connection.Presets;
import pl.odzew.mailbox.connection.Secret;
import pl.odzew.mailbox.connection.Servers;
import pl.odzew.mailbox.connection.SignIn;
import pl.odzew.mailbox.publication.Announcement;
import pl.odzew.transport.outbox.Outbox;
import pl.odzew.transport.transaction.Transactions;

/// Mailboxes in PostgreSQL. The row is locked while a change is decided, so changes of one mailbox, and with them its
/// events in the outbox, stand in one order.
@ApplicationScoped
class PostgresMailboxes implements Mailboxes {

    private final Transactions transactions;
    private final Outbox outbox;
    private final SecretBox secrets;
    private final Presets presets;
    private final Clock clock;

    PostgresMailboxes(Transactions transactions, Outbox outbox, SecretBox secrets, Presets presets, Clock clock) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.secrets = secrets;
        this.presets = presets;
        this.clock = clock;
    }

    @Override
    public CompletionStage<List<Mailbox>> all() {
        return list(session -> session.createQuery("from MailboxRow order by id", MailboxRow.class));
    }

    @Override
    public CompletionStage<List<Mailbox>> of(SellerId seller) {
        return list(session -> session.createQuery(
                        "from MailboxRow where sellerId = :seller order by address", MailboxRow.class)
                .setParameter("seller", seller.value()));
    }

    @Override
    public CompletionStage<Optional<Mailbox>> find(MailboxId id) {
        return row(id, MailboxRow::mailbox);
    }

    @Override
    public CompletionStage<Optional<SignIn>> signIn(MailboxId id) {
        return row(id, row -> {
            Mailbox mailbox = row.mailbox();
            Servers servers = presets.of(mailbox)
                    .orElseThrow(() -> new IllegalStateException("no servers are configured for " + row.provider));
            return new SignIn(mailbox, login(mailbox, secrets.open(row.secret, row.id)), servers);
        });
    }

    @Override
    public CompletionStage<Mailbox> add(Change connected, Password password) {
        var row = new MailboxRow();
        row.copy(connected.after());
        row.secret = secrets.lock(password.secret(), row.id);
        return transactions
                .run(() -> Panache.getSession()
                        .flatMap(session -> session.persist(row).chain(session::flush))
                        .chain(() -> announce(connected))
                        .chain(() -> record(connected))
                        .replaceWith(connected.after()))
                .onFailure(ConstraintViolationException.class)
                .transform(_ -> new AlreadyConnectedException())
                .subscribeAsCompletionStage();
    }

    @Override
    public CompletionStage<Optional<Mailbox>> change(MailboxId id, Function<Mailbox, Change> decision) {
        return locked(id, decision, _ -> {});
    }

    @Override
    public CompletionStage<Optional<Mailbox>> changePassword(
            MailboxId id, Password password, Function<Mailbox, Change> decision) {
        return locked(id, decision, row -> row.secret = secrets.lock(password.secret(), row.id));
    }

    @Override
    public CompletionStage<Boolean> remove(MailboxId id, Function<Mailbox, Change> decision) {
        return transactions
                .run(() -> Panache.getSession()
                        .flatMap(session -> lock(session, id)
                                .flatMap(found -> found.map(row -> {
                                            Change change = decision.apply(row.mailbox());
                                            return session.remove(row)
                                                    .chain(() -> announce(change))
                                                    .chain(() -> record(change))
                                                    .replaceWith(true);
                                        })
                                        .orElseGet(() -> Uni.createFrom().item(false)))))
                .subscribeAsCompletionStage();
    }

    private CompletionStage<Optional<Mailbox>> locked(
            MailboxId id, Function<Mailbox, Change> decision, Consumer<MailboxRow> besides) {
        return transactions
                .run(() -> Panache.getSession()
                        .flatMap(session -> lock(session, id)
                                .flatMap(found -> found.map(row -> {
                                            Change change = decision.apply(row.mailbox());
                                            row.copy(change.after());
                                            besides.accept(row);
                                            return announce(change)
                                                    .chain(() -> record(change))
                                                    .replaceWith(Optional.of(change.after()));
                                        })
                                        .orElseGet(() -> Uni.createFrom().item(Optional.<Mailbox>empty())))))
                .subscribeAsCompletionStage();
    }

    private Uni<Void> announce(Change change) {
        Instant now = clock.instant();
        return outbox.addAll(change.events().stream()
                .map(event -> Announcement.of(event, now))
                .toList());
    }

    private static Login login(Mailbox mailbox, Secret secret) {
        return new Login(
                mailbox.user(),
                secret,
                mailbox.shape() == CredentialShape.OAUTH ? Login.Kind.REFRESH_TOKEN : Login.Kind.PASSWORD);
    }

    private Uni<Void> record(Change change) {
        Deed deed = change.deed();
        return deed == null
                ? Uni.createFrom().voidItem()
                : PostgresAuditLog.write(change.after(), deed, clock.instant());
    }

    private static Uni<Optional<MailboxRow>> lock(Mutiny.Session session, MailboxId id) {
        return session.find(MailboxRow.class, id.value(), LockMode.PESSIMISTIC_WRITE)
                .map(Optional::ofNullable);
    }

    private <T> CompletionStage<Optional<T>> row(MailboxId id, Function<MailboxRow, T> reading) {
        return transactions
                .run(() -> Panache.getSession()
                        .flatMap(session -> session.find(MailboxRow.class, id.value()))
                        .map(row -> Optional.ofNullable(row).map(reading)))
                .subscribeAsCompletionStage();
    }

    private CompletionStage<List<Mailbox>> list(Function<Mutiny.Session, Mutiny.SelectionQuery<MailboxRow>> query) {
        return transactions
                .run(() -> Panache.getSession()
                        .flatMap(session -> query.apply(session).getResultList())
                        .map(rows -> rows.stream().map(MailboxRow::mailbox).toList()))
                .subscribeAsCompletionStage();
    }
}
