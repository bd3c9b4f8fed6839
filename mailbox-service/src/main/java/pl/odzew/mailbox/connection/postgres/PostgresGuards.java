package pl.odzew.mailbox.connection.postgres;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import pl.odzew.events.MailboxId;
import pl.odzew.mailbox.connection.Guards;
import pl.odzew.mailbox.refusal.GuardRules;
import pl.odzew.mailbox.refusal.GuardSettings;
import pl.odzew.mailbox.refusal.OutageGuard;
import pl.odzew.mailbox.refusal.OutageGuard.Counts;
import pl.odzew.mailbox.refusal.OutageGuard.Tried;
import pl.odzew.mailbox.refusal.ProviderKey;
import pl.odzew.transport.transaction.Transactions;

/// Guards in PostgreSQL; a provider's row is locked while a step of it is decided.
@ApplicationScoped
class PostgresGuards implements Guards {

    private static final String COUNTS = """
            select count(*) filter (where status <> 'PAUSED'),
                   count(*) filter (where status = 'SUSPECT'),
                   count(*) filter (where reason = 'WEB_LOGIN_REQUIRED'
                                      and (status = 'SUSPECT' or status = 'AUTH_FAILED' and status_since > :together)),
                   count(*) filter (where status = 'SUSPECT'
                                       or status = 'AUTH_FAILED' and reason = 'WEB_LOGIN_REQUIRED'
                                      and status_since > :together)
              from mailbox
            """;

    private static final String NOTABLE = """
            select provider from outage_guard where cast(state as jsonb) ->> 'is' <> 'WATCHING'
             union
            select provider_key from mailbox
             where status = 'SUSPECT' or status = 'AUTH_FAILED' and reason = 'WEB_LOGIN_REQUIRED'
                                      and status_since > :together
             group by provider_key having count(*) >= :doubted
            """;

    private static final String SUSPECTS = """
            select id from mailbox where provider_key = :provider and status = 'SUSPECT'
             order by refused_at, id limit :most
            """;

    private final Transactions transactions;
    private final GuardSettings settings;
    private final Clock clock;

    PostgresGuards(Transactions transactions, GuardSettings settings, Clock clock) {
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public CompletionStage<GuardRules.Step> advance(ProviderKey provider, Function<Standing, GuardRules.Step> rules) {
        return transactions
                .run(() -> Panache.getSession()
                        .flatMap(session ->
                                locked(session, provider).map(rules).call(step -> store(session, provider, step))))
                .subscribeAsCompletionStage();
    }

    @Override
    public CompletionStage<Map<ProviderKey, Standing>> notable(int doubted) {
        return transactions
                .run(() -> Panache.getSession()
                        .flatMap(session -> session.createNativeQuery(NOTABLE, String.class)
                                .setParameter("together", together())
                                .setParameter("doubted", doubted)
                                .getResultList()
                                .flatMap(names -> standings(session, names))))
                .subscribeAsCompletionStage();
    }

    @Override
    public CompletionStage<Void> tried(ProviderKey provider, boolean clear) {
        return transactions
                .run(() -> Panache.getSession()
                        .flatMap(session -> session.createNativeQuery(
                                        clear
                                                ? "update outage_guard set accepted = accepted + 1 where provider = :provider"
                                                : "update outage_guard set refused = refused + 1 where provider = :provider")
                                .setParameter("provider", provider.value())
                                .executeUpdate())
                        .replaceWithVoid())
                .subscribeAsCompletionStage();
    }

    @Override
    public CompletionStage<List<MailboxId>> suspects(ProviderKey provider, int atMost) {
        return transactions
                .run(() -> Panache.getSession()
                        .flatMap(session -> session.createNativeQuery(SUSPECTS, UUID.class)
                                .setParameter("provider", provider.value())
                                .setParameter("most", atMost)
                                .getResultList())
                        .map(ids -> ids.stream().map(MailboxId::new).toList()))
                .subscribeAsCompletionStage();
    }

    private Uni<Standing> locked(Mutiny.Session session, ProviderKey provider) {
        return session.createNativeQuery(
                        "insert into outage_guard (provider, state) values (:provider, :state) on conflict do nothing")
                .setParameter("provider", provider.value())
                .setParameter("state", GuardJson.write(new OutageGuard.Watching(null)))
                .executeUpdate()
                .chain(() -> standing(session, provider, " for update"));
    }

    private Uni<Map<ProviderKey, Standing>> standings(Mutiny.Session session, List<String> names) {
        Map<ProviderKey, Standing> all = new HashMap<>();
        Uni<Void> read = Uni.createFrom().voidItem();
        for (String name : names) {
            ProviderKey provider = new ProviderKey(name);
            read = read.chain(() -> standing(session, provider, ""))
                    .invoke(standing -> all.put(provider, standing))
                    .replaceWithVoid();
        }
        return read.replaceWith(all);
    }

    private Uni<Standing> standing(Mutiny.Session session, ProviderKey provider, String lock) {
        return session.createNativeQuery(
                        "select state, accepted, refused from outage_guard where provider = :provider" + lock,
                        Object[].class)
                .setParameter("provider", provider.value())
                .getResultList()
                .flatMap(rows -> counts(session, provider)
                        .map(counts -> rows.isEmpty()
                                ? new Standing(new OutageGuard.Watching(null), counts, new Tried(0, 0))
                                : standing(rows.getFirst(), counts)));
    }

    private static Standing standing(Object[] row, Counts counts) {
        return new Standing(GuardJson.read((String) row[0]), counts, new Tried(number(row[1]), number(row[2])));
    }

    private Uni<Counts> counts(Mutiny.Session session, ProviderKey provider) {
        return session.createNativeQuery(COUNTS + " where provider_key = :provider", Object[].class)
                .setParameter("provider", provider.value())
                .setParameter("together", together())
                .getSingleResult()
                .map(row -> new Counts(number(row[0]), number(row[1]), number(row[2]), number(row[3])));
    }

    /// What the canaries did is looked at by the step that sends the next ones.
    private static Uni<Integer> store(Mutiny.Session session, ProviderKey provider, GuardRules.Step step) {
        boolean looked = step.order() != GuardRules.Order.NOTHING || step.next() instanceof OutageGuard.Watching;
        return session.createNativeQuery("""
                        update outage_guard
                           set state = :state,
                               accepted = case when :looked then 0 else accepted end,
                               refused = case when :looked then 0 else refused end
                         where provider = :provider
                        """)
                .setParameter("state", GuardJson.write(step.next()))
                .setParameter("looked", looked)
                .setParameter("provider", provider.value())
                .executeUpdate();
    }

    private Instant together() {
        return clock.instant().minus(settings.together());
    }

    private static int number(Object value) {
        return ((Number) value).intValue();
    }
}
