package pl.odzew.allegro.replying.postgres;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import pl.odzew.allegro.client.Await;
import pl.odzew.events.AccountId;
import pl.odzew.events.Channel;
import pl.odzew.events.autoresponder.v1.AutoresponderSettingsChanged;
import pl.odzew.events.autoresponder.v1.TargetSettings;

/// What sellers set for their accounts, as far as sending needs it.
@ApplicationScoped
public class AccountSettings {

    /// Settings of an older version come again after a re-read of the topic, and change nothing.
    private static final String STORE = """
            insert into account_settings (account_id, seller_id, version, mark_as_read)
                values (:account, :seller, :version, :read)
                on conflict (account_id) do update
                    set version = excluded.version, mark_as_read = excluded.mark_as_read
                    where account_settings.version < excluded.version
            """;
    private static final String MARK_AS_READ = "select 1 from account_settings where account_id = $1 and mark_as_read";

    private final Pool pool;

    AccountSettings(Pool pool) {
        this.pool = pool;
    }

    /// Within the caller's transaction.
    public Uni<Void> store(AutoresponderSettingsChanged settings) {
        Uni<Void> stored = Uni.createFrom().voidItem();
        for (TargetSettings target : settings.targets()) {
            if (target.target().channel() == Channel.ALLEGRO) {
                stored = stored.chain(() -> store(settings, target));
            }
        }
        return stored;
    }

    /// Whether threads that were answered are to be marked as read. Blocks, for workers on virtual threads.
    boolean markAsRead(AccountId account) {
        return Await.result(pool.preparedQuery(MARK_AS_READ)
                                .execute(Tuple.of(account.value()))
                                .subscribeAsCompletionStage())
                        .size()
                == 1;
    }

    private static Uni<Void> store(AutoresponderSettingsChanged settings, TargetSettings target) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(STORE)
                        .setParameter("account", target.target().id())
                        .setParameter("seller", settings.sellerId().value())
                        .setParameter("version", settings.version())
                        .setParameter("read", Boolean.TRUE.equals(target.markAsRead()))
                        .executeUpdate())
                .replaceWithVoid();
    }
}
