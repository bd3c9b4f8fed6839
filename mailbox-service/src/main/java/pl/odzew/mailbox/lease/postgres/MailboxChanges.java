package pl.odzew.mailbox.lease.postgres;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgNotification;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.MailboxId;

/// Hears from PostgreSQL when a mailbox was changed, connected or taken away by whichever replica, and when
/// mailboxes became free.
@ApplicationScoped
public class MailboxChanges {

    private static final Logger LOG = Logger.getLogger(MailboxChanges.class);

    /// Notified by a trigger on the table, so that no statement is forgotten.
    private static final String CHANGED = "mailbox_changed";

    static final String FREE = "mailbox_free";

    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    /// A connection that died without a word is noticed by this.
    private static final Duration PROOF_EVERY = Duration.ofSeconds(20);

    private final Pool pool;
    private final Vertx vertx;
    private volatile @Nullable Listener listener;

    MailboxChanges(Pool pool, Vertx vertx) {
        this.pool = pool;
        this.vertx = vertx;
    }

    /// Told on an event loop; must not block.
    public interface Listener {

        void changed(MailboxId mailbox);

        void free();

        /// Anything may have happened before: nobody listened.
        void listeningAgain();
    }

    /// Listens from now on until [#stop], over a new connection whenever one breaks.
    public void listen(Listener whom) {
        listener = whom;
        connect();
    }

    public void stop() {
        listener = null;
    }

    private void connect() {
        if (listener == null) {
            return;
        }
        pool.getConnection()
                .flatMap(connection -> listenOn(connection).onTermination().call(() -> release(connection)))
                .subscribe()
                .with(_ -> LOG.debug("Changes of mailboxes are no longer listened to"), failure -> {
                    LOG.warnf("Changes of mailboxes are not heard and are listened to anew: %s", failure);
                    vertx.setTimer(PAUSE_AFTER_FAILURE.toMillis(), _ -> connect());
                });
    }

    private Uni<Void> listenOn(SqlConnection connection) {
        PgConnection.cast(connection).notificationHandler(this::notified);
        return connection
                .query("listen " + CHANGED + "; listen " + FREE)
                .execute()
                .invoke(() -> {
                    Listener whom = listener;
                    if (whom != null) {
                        whom.listeningAgain();
                    }
                })
                .chain(() -> proof(connection)
                        .repeat()
                        .until(_ -> listener == null)
                        .collect()
                        .last())
                .replaceWithVoid();
    }

    private Uni<Boolean> proof(SqlConnection connection) {
        return Uni.createFrom()
                .item(true)
                .onItem()
                .delayIt()
                .by(PROOF_EVERY)
                .call(() -> connection
                        .query("select 1")
                        .execute()
                        .ifNoItem()
                        .after(PROOF_EVERY)
                        .fail());
    }

    private void notified(PgNotification notice) {
        Listener whom = listener;
        if (whom == null) {
            return;
        }
        if (notice.getChannel().equals(CHANGED)) {
            whom.changed(MailboxId.of(notice.getPayload()));
        } else {
            whom.free();
        }
    }

    private static Uni<Void> release(SqlConnection connection) {
        return connection
                .query("unlisten *")
                .execute()
                .replaceWithVoid()
                .onFailure()
                .recoverWithNull()
                .chain(connection::close)
                .onFailure()
                .recoverWithNull();
    }
}
