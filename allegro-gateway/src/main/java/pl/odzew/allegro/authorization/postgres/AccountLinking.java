package pl.odzew.allegro.authorization.postgres;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import pl.odzew.allegro.audit.AuditEntry;
import pl.odzew.allegro.authorization.Allegro;
import pl.odzew.allegro.authorization.LinkRequest;
import pl.odzew.allegro.authorization.LinkState;
import pl.odzew.allegro.authorization.LinkedAccount;
import pl.odzew.allegro.authorization.Linking;
import pl.odzew.allegro.authorization.Person;
import pl.odzew.allegro.authorization.Pkce;
import pl.odzew.allegro.authorization.Profile;
import pl.odzew.allegro.authorization.Secret;
import pl.odzew.allegro.authorization.TokenAnswer;
import pl.odzew.allegro.authorization.TokenDoubt;
import pl.odzew.allegro.authorization.TokenPair;
import pl.odzew.allegro.authorization.Vault;
import pl.odzew.allegro.client.AllegroException;
import pl.odzew.allegro.lease.postgres.Leases;
import pl.odzew.events.SellerId;
import pl.odzew.transport.transaction.Transactions;

/// Links an account: a state goes out with the seller, comes back with a code, and serves once.
@ApplicationScoped
public class AccountLinking {

    private static final Logger LOG = Logger.getLogger(AccountLinking.class);

    private static final String POLL_AT_ONCE = """
            insert into account_poll (account_id, replica, epoch, taken_at) values (:id, :replica, 1, now())
                on conflict (account_id) do update set next_at = now()
            """;

    private final Transactions transactions;
    private final Leases leases;
    private final Accounts accounts;
    private final Allegro allegro;
    private final Vault vault;
    private final AuthorizationConfig config;
    private final Clock clock;

    AccountLinking(
            Transactions transactions,
            Leases leases,
            Accounts accounts,
            Allegro allegro,
            Vault vault,
            AuthorizationConfig config,
            Clock clock) {
        this.transactions = transactions;
        this.leases = leases;
        this.accounts = accounts;
        this.allegro = allegro;
        this.vault = vault;
        this.config = config;
        this.clock = clock;
    }

    /// What the seller needs to consent.
    public record Begun(LinkRequest request, String authorizationUrl) {}

    public Uni<Begun> begin(SellerId seller) {
        var request = new LinkRequest(
                new LinkState(Pkce.randomText()),
                seller,
                new Secret(Pkce.randomText()),
                clock.instant().plus(config.linkLifetime()));
        var row = new LinkEntity();
        row.state = request.state().value();
        row.sellerId = seller.value();
        row.verifier = vault.seal(request.verifier(), boundTo(request.state()));
        row.expiresAt = request.expiresAt();
        return transactions
                .run(() -> Panache.getSession()
                        .flatMap(session -> forgetExpired(session).chain(() -> session.persist(row))))
                .replaceWith(new Begun(request, allegro.authorizationUrl(request)));
    }

    private static Uni<Integer> forgetExpired(Mutiny.Session session) {
        return session.createNativeQuery("delete from link_request where expires_at < now() - interval '1 day'")
                .executeUpdate();
    }

    /// Exchanges the code at once, since it lives ten seconds, and stores the account that it opens.
    public Uni<Linking> complete(Person person, LinkState state, String code) {
        SellerId seller = person.seller();
        return transactions.run(() -> take(seller, state)).flatMap(row -> {
            if (row == null) {
                return Uni.createFrom().item(new Linking.StateUnknown());
            }
            if (!clock.instant().isBefore(row.expiresAt)) {
                return Uni.createFrom().item(new Linking.StateExpired());
            }
            return exchange(person, code, vault.open(row.verifier, boundTo(state)));
        });
    }

    /// Another seller's state is left to him; the item is null then, and for an unknown one.
    private static Uni<LinkEntity> take(SellerId seller, LinkState state) {
        return Panache.getSession()
                .flatMap(session -> session.find(LinkEntity.class, state.value(), LockModeType.PESSIMISTIC_WRITE)
                        .flatMap(row -> row == null || !row.sellerId.equals(seller.value())
                                ? Uni.createFrom().nullItem()
                                : session.remove(row).replaceWith(row)));
    }

    private Uni<Linking> exchange(Person person, String code, Secret verifier) {
        return Uni.createFrom()
                .completionStage(() -> allegro.exchange(code, verifier))
                .flatMap(answer -> switch (answer) {
                    case TokenAnswer.Issued issued -> identify(person, issued.tokens());
                    case TokenAnswer.NotYet _ -> throw new IllegalStateException("no device was asked about");
                    case TokenAnswer.Refused refused ->
                        Uni.createFrom().item(new Linking.CodeRefused(refused.serverWords()));
                    case TokenAnswer.Unavailable unavailable ->
                        Uni.createFrom().item(new Linking.AllegroUnavailable(unavailable.what()));
                });
    }

    Uni<Linking> identify(Person person, TokenPair tokens) {
        return Uni.createFrom()
                .completionStage(() -> allegro.profile(tokens.access()))
                .flatMap(profile -> transactions.run(() -> store(person, profile, tokens)))
                .onFailure(AllegroException.class)
                .recoverWithItem(failure -> new Linking.AllegroUnavailable(String.valueOf(failure.getMessage())))
                // Two linked the same account in the same moment, and the other one was faster.
                .onFailure(ConstraintViolationException.class)
                .recoverWithItem(_ -> new Linking.BelongsToAnother());
    }

    private Uni<Linking> store(Person person, Profile profile, TokenPair tokens) {
        return Panache.getSession()
                .flatMap(session -> session.createQuery(
                                "from AccountEntity where allegroUserId = :user", AccountEntity.class)
                        .setParameter("user", profile.userId().value())
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                        .getSingleResultOrNull()
                        .flatMap(row -> row == null
                                ? insert(session, person, profile, tokens)
                                : update(session, row, person, profile, tokens)));
    }

    private Uni<Linking> insert(Mutiny.Session session, Person person, Profile profile, TokenPair tokens) {
        LinkedAccount.Change change = LinkedAccount.linked(person.seller(), profile, clock.instant());
        var row = new AccountEntity();
        row.write(change.account());
        row.writeTokens(tokens, vault);
        return session.persist(row)
                .chain(session::flush)
                .chain(() -> pollAtOnce(session, row))
                .chain(() -> accounts.record(row, person.name(), AuditEntry.Action.ACCOUNT_LINKED, row.login))
                .chain(() -> accounts.publish(change.event()))
                .map(_ -> linked(change, true));
    }

    private Uni<Linking> update(
            Mutiny.Session session, AccountEntity row, Person person, Profile profile, TokenPair tokens) {
        if (!row.sellerId.equals(person.seller().value())) {
            return Uni.createFrom().item(new Linking.BelongsToAnother());
        }
        LinkedAccount.Change change = row.read().linkedAgain(profile, clock.instant());
        row.write(change.account());
        row.writeTokens(tokens, vault);
        row.writeDoubt(TokenDoubt.none());
        return pollAtOnce(session, row)
                .chain(() -> accounts.record(row, person.name(), AuditEntry.Action.ACCOUNT_LINKED_AGAIN, row.login))
                .chain(() -> accounts.publish(change.event()))
                .map(_ -> linked(change, false));
    }

    /// A new account is this replica's, so that nobody waits for the next sharing out.
    private Uni<Integer> pollAtOnce(Mutiny.Session session, AccountEntity row) {
        return session.createNativeQuery(POLL_AT_ONCE)
                .setParameter("id", row.id)
                .setParameter("replica", leases.replica())
                .executeUpdate();
    }

    private static Linking linked(LinkedAccount.Change change, boolean first) {
        LOG.infof(
                "An account was linked: accountId=%s first=%s", change.account().id(), first);
        return new Linking.Linked(change.account(), first);
    }

    private static String boundTo(LinkState state) {
        return "link_request/" + state.value() + "/verifier";
    }
}
