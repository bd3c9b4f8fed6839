package pl.odzew.notification.projection.postgres;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import pl.odzew.events.account.v1.AccountSnapshot;
import pl.odzew.events.account.v1.AccountStatus;
import pl.odzew.events.autoresponder.v1.AutoresponderSettingsChanged;
import pl.odzew.events.autoresponder.v1.TargetSettings;
import pl.odzew.events.mailbox.v1.MailboxSnapshot;
import pl.odzew.events.mailbox.v1.MailboxStatus;
import pl.odzew.notification.projection.Snapshots;

/// The projection; every method belongs into the caller's transaction.
///
/// Each statement takes any number of snapshots at once, as JSON, and of one key the newest.
@ApplicationScoped
public class ProjectionStore {

    private static final String MAILBOXES = """
            insert into known_mailbox (id, seller_id, version, address, provider, credential_shape, credential_version,
                                       status, connected)
            select distinct on (id) id, seller_id, version, address, provider, credential_shape, credential_version,
                                    status, connected
              from jsonb_to_recordset(cast(cast(?1 as text) as jsonb))
                as told (id uuid, seller_id text, version bigint, address text, provider text, credential_shape text,
                         credential_version bigint, status text, connected boolean)
             order by id, version desc
                on conflict (id) do update
               set seller_id = excluded.seller_id, version = excluded.version, address = excluded.address,
                   provider = excluded.provider, credential_shape = excluded.credential_shape,
                   credential_version = excluded.credential_version, status = excluded.status,
                   connected = excluded.connected
             where known_mailbox.version < excluded.version
            """;
    private static final String ACCOUNTS = """
            insert into known_account (id, seller_id, version, login, addresses, status, connected)
            select distinct on (id) id, seller_id, version, login, addresses, status, connected
              from jsonb_to_recordset(cast(cast(?1 as text) as jsonb))
                as told (id uuid, seller_id text, version bigint, login text, addresses text[], status text,
                         connected boolean)
             order by id, version desc
                on conflict (id) do update
               set seller_id = excluded.seller_id, version = excluded.version, login = excluded.login,
                   addresses = excluded.addresses, status = excluded.status, connected = excluded.connected
             where known_account.version < excluded.version
            """;
    /// Answers whose settings have changed, so that the targets of nobody else are touched.
    private static final String SETTINGS = """
            insert into known_settings (seller_id, version)
            select distinct on (seller_id) seller_id, version
              from jsonb_to_recordset(cast(cast(?1 as text) as jsonb)) as told (seller_id text, version bigint)
             order by seller_id, version desc
                on conflict (seller_id) do update set version = excluded.version
             where known_settings.version < excluded.version
            returning seller_id
            """;
    private static final String FORGET_TARGETS = """
            delete from known_target
             where seller_id in (select jsonb_array_elements_text(cast(cast(?1 as text) as jsonb)))
            """;
    private static final String TARGETS = """
            insert into known_target (target_id, seller_id, autoresponder, enabled)
            select target_id, seller_id, autoresponder, enabled
              from jsonb_to_recordset(cast(cast(?1 as text) as jsonb))
                as told (target_id uuid, seller_id text, autoresponder int, enabled boolean)
                on conflict (target_id) do update
               set seller_id = excluded.seller_id, autoresponder = excluded.autoresponder, enabled = excluded.enabled
            """;
    /// For those to whom a mail is written that belongs to no mailbox. An incident's versions are its own.
    private static final String SUBJECTS = """
            insert into subject (id, kind, seller_id, version, name, address, connected, first_seen_at)
            select distinct on (id) id, kind, seller_id, version, name, address, connected, now()
              from jsonb_to_recordset(cast(cast(?1 as text) as jsonb))
                as told (id uuid, kind text, seller_id text, version bigint, name text, address text, connected boolean)
             order by id, version desc
                on conflict (id) do nothing
            """;

    public Uni<Void> take(Snapshots snapshots) {
        return upsert(
                        MAILBOXES,
                        snapshots.mailboxes().stream().map(ProjectionStore::row).toList())
                .chain(() -> upsert(
                        ACCOUNTS,
                        snapshots.accounts().stream().map(ProjectionStore::row).toList()))
                .chain(() -> takeSettings(snapshots.settings()));
    }

    /// The same, and those whom the table of subjects does not know; for building all anew.
    public Uni<Void> restore(Snapshots snapshots) {
        List<JsonObject> subjects = new ArrayList<>();
        snapshots.mailboxes().forEach(mailbox -> subjects.add(subject(mailbox)));
        snapshots.accounts().forEach(account -> subjects.add(subject(account)));
        return take(snapshots).chain(() -> upsert(SUBJECTS, subjects));
    }

    /// The topics have forgotten these keys, since their sellers asked to be forgotten.
    public Uni<Void> forget(Collection<UUID> ids, Collection<String> sellers) {
        String keys = new JsonArray(ids.stream().map(UUID::toString).toList()).encode();
        String among = " in (select cast(jsonb_array_elements_text(cast(cast(?1 as text) as jsonb)) as uuid))";
        return execute("delete from known_mailbox where id" + among, keys)
                .chain(() -> execute("delete from known_account where id" + among, keys))
                .chain(() -> execute("delete from subject where id" + among, keys))
                .chain(() -> execute(FORGET_TARGETS, new JsonArray(List.copyOf(sellers)).encode()))
                .chain(() -> execute(
                        FORGET_TARGETS.replace("known_target", "known_settings"),
                        new JsonArray(List.copyOf(sellers)).encode()))
                .replaceWithVoid();
    }

    private Uni<Void> takeSettings(List<AutoresponderSettingsChanged> settings) {
        if (settings.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var versions = new JsonArray(settings.stream()
                .map(one -> JsonObject.of("seller_id", one.sellerId().value(), "version", one.version()))
                .toList());
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(SETTINGS, String.class)
                        .setParameter(1, versions.encode())
                        .getResultList())
                .flatMap(changed -> execute(FORGET_TARGETS, new JsonArray(changed).encode())
                        .chain(() -> upsert(TARGETS, targets(settings, changed))));
    }

    /// Of each seller whose settings have changed, the newest.
    private static List<JsonObject> targets(List<AutoresponderSettingsChanged> settings, List<String> changed) {
        return changed.stream()
                .flatMap(seller -> settings.stream()
                        .filter(one -> one.sellerId().value().equals(seller))
                        .max(Comparator.comparingLong(AutoresponderSettingsChanged::version))
                        .stream())
                .flatMap(one -> one.targets().stream().map(target -> row(one, target)))
                .toList();
    }

    private static Uni<Void> upsert(String sql, List<JsonObject> rows) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : execute(sql, new JsonArray(rows).encode()).replaceWithVoid();
    }

    private static Uni<Integer> execute(String sql, String json) {
        return Panache.getSession()
                .flatMap(session ->
                        session.createNativeQuery(sql).setParameter(1, json).executeUpdate());
    }

    private static JsonObject row(MailboxSnapshot mailbox) {
        return new JsonObject()
                .put("id", mailbox.mailboxId().toString())
                .put("seller_id", mailbox.sellerId().value())
                .put("version", mailbox.version())
                .put("address", mailbox.address().value())
                .put("provider", mailbox.provider().name())
                .put("credential_shape", mailbox.credentialShape().name())
                .put("credential_version", mailbox.credentialVersion())
                .put("status", mailbox.status().name())
                .put("connected", mailbox.status() != MailboxStatus.DISCONNECTED);
    }

    private static JsonObject row(AccountSnapshot account) {
        return new JsonObject()
                .put("id", account.accountId().toString())
                .put("seller_id", account.sellerId().value())
                .put("version", account.version())
                .put("login", account.login())
                .put(
                        "addresses",
                        new JsonArray(account.addresses().stream()
                                .map(address -> address.value().toLowerCase(Locale.ROOT))
                                .toList()))
                .put("status", account.status().name())
                .put("connected", account.status() != AccountStatus.UNLINKED);
    }

    private static JsonObject row(AutoresponderSettingsChanged settings, TargetSettings target) {
        return new JsonObject()
                .put("target_id", target.target().id().toString())
                .put("seller_id", settings.sellerId().value())
                .put("autoresponder", target.version().number())
                .put("enabled", target.enabled());
    }

    private static JsonObject subject(MailboxSnapshot mailbox) {
        return row(mailbox).put("kind", "MAILBOX").put("name", mailbox.address().value());
    }

    private static JsonObject subject(AccountSnapshot account) {
        return row(account)
                .put("kind", "ALLEGRO_ACCOUNT")
                .put("name", account.login())
                .put(
                        "address",
                        account.addresses().isEmpty()
                                ? null
                                : account.addresses().getFirst().value());
    }
}
