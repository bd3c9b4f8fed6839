package pl.odzew.mailbox.connection.postgres;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import pl.odzew.events.SellerId;
import pl.odzew.events.account.v1.AccountSnapshot;
import pl.odzew.events.account.v1.AccountStatus;
import pl.odzew.mailbox.connection.LinkedAddresses;
import pl.odzew.transport.transaction.Transactions;

/// Linked accounts in PostgreSQL, as `allegro.account.events` tells of them.
@ApplicationScoped
public class PostgresLinkedAddresses implements LinkedAddresses {

    private static final String STORE = """
            insert into linked_account (account_id, seller_id, version, linked, addresses)
            values (:account, :seller, :version, :linked, :addresses)
                on conflict (account_id) do update
               set version = excluded.version, linked = excluded.linked, addresses = excluded.addresses
             where linked_account.version < excluded.version
            """;

    private final Transactions transactions;

    PostgresLinkedAddresses(Transactions transactions) {
        this.transactions = transactions;
    }

    /// Within the caller's transaction; what is older than what is known changes nothing.
    public Uni<Void> store(AccountSnapshot account) {
        boolean linked = account.status() != AccountStatus.UNLINKED;
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(STORE)
                        .setParameter("account", account.accountId().value())
                        .setParameter("seller", account.sellerId().value())
                        .setParameter("version", account.version())
                        .setParameter("linked", linked)
                        .setParameter(
                                "addresses",
                                linked
                                        ? account.addresses().stream()
                                                .map(address -> address.value().toLowerCase(Locale.ROOT))
                                                .collect(Collectors.joining("\n"))
                                        : "")
                        .executeUpdate())
                .replaceWithVoid();
    }

    @Override
    public CompletionStage<Set<String>> of(SellerId seller) {
        return transactions
                .run(() -> Panache.getSession()
                        .flatMap(session -> session.createNativeQuery(
                                        "select addresses from linked_account where seller_id = :seller and linked",
                                        String.class)
                                .setParameter("seller", seller.value())
                                .getResultList())
                        .map(rows -> rows.stream()
                                .flatMap(addresses -> Arrays.stream(addresses.split("\n")))
                                .filter(address -> !address.isEmpty())
                                .collect(Collectors.toSet())))
                .subscribeAsCompletionStage();
    }
}
