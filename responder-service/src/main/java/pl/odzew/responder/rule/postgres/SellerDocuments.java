package pl.odzew.responder.rule.postgres;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.SellerId;
import pl.odzew.events.reply.v1.AttachmentRef;
import pl.odzew.responder.attachment.postgres.AttachmentRows;
import pl.odzew.responder.attachment.postgres.AttachmentRows.Stored;
import pl.odzew.responder.decision.config.RepliesConfig;
import pl.odzew.responder.hours.WorkingHours;
import pl.odzew.responder.hours.document.HoursDocument;
import pl.odzew.responder.hours.document.HoursReader;
import pl.odzew.responder.problem.rest.ProblemException;
import pl.odzew.responder.rule.BaseForms;
import pl.odzew.responder.rule.RuleSet;
import pl.odzew.responder.rule.document.RulesDocument;
import pl.odzew.responder.rule.document.RulesReader;

/// Reads and writes the seller's documents, and keeps what was read of them; all calls need a session.
@ApplicationScoped
public class SellerDocuments {

    /// What is kept in memory at most.
    private static final int MOST = 10_000;

    /// What a document is about.
    public enum Kind {
        RULES,
        HOURS
    }

    /// Which versions a seller's documents have by now; whoever holds his lock knows them.
    public record Versions(String sellerId, long rules, long hours) {}

    /// A seller's documents, read.
    public record Settings(RuleSet rules, WorkingHours hours) {}

    private record Kept(Versions versions, Settings settings) {}

    private final Map<String, Kept> kept = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
            return size() > MOST;
        }
    });

    private final AttachmentRows attachments;
    private final BaseForms baseForms;
    private final RepliesConfig config;
    private final ObjectMapper json;

    SellerDocuments(AttachmentRows attachments, BaseForms baseForms, RepliesConfig config, ObjectMapper json) {
        this.attachments = attachments;
        this.baseForms = baseForms;
        this.config = config;
        this.json = json;
    }

    /// The settings of all these sellers, by seller.
    public Uni<Map<String, Settings>> of(List<Versions> sellers) {
        var known = new HashMap<String, Settings>();
        var unknown = new HashMap<String, Versions>();
        for (Versions versions : sellers) {
            Kept before = kept.get(versions.sellerId());
            if (before != null && before.versions().equals(versions)) {
                known.put(versions.sellerId(), before.settings());
            } else {
                unknown.put(versions.sellerId(), versions);
            }
        }
        if (unknown.isEmpty()) {
            return Uni.createFrom().item(known);
        }
        return read(unknown).invoke(known::putAll).replaceWith(known);
    }

    /// The document as the seller sent it; empty where he has sent none.
    public Uni<Optional<String>> find(SellerId seller, Kind kind) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(
                                "select cast(document as text) from seller_document where seller_id = :seller and kind = :kind",
                                String.class)
                        .setParameter("seller", seller.value())
                        .setParameter("kind", kind.name())
                        .getSingleResultOrNull())
                .map(Optional::ofNullable);
    }

    public Uni<RulesDocument> rules(SellerId seller) {
        return find(seller, Kind.RULES)
                .map(document ->
                        document.map(found -> parse(found, RulesDocument.class)).orElse(RulesDocument.EMPTY));
    }

    public Uni<HoursDocument> hours(SellerId seller) {
        return find(seller, Kind.HOURS)
                .map(document ->
                        document.map(found -> parse(found, HoursDocument.class)).orElse(HoursDocument.EMPTY));
    }

    /// Which versions the seller's documents have; zeros for a seller who has saved nothing.
    public Uni<Versions> versions(SellerId seller) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(
                                "select rules_version, hours_version from seller where seller_id = :seller",
                                Object[].class)
                        .setParameter("seller", seller.value())
                        .getSingleResultOrNull())
                .map(row -> row == null
                        ? new Versions(seller.value(), 0, 0)
                        : new Versions(seller.value(), ((Number) row[0]).longValue(), ((Number) row[1]).longValue()));
    }

    /// The seller's settings as they are now.
    public Uni<Settings> of(SellerId seller) {
        return versions(seller)
                .flatMap(versions -> of(List.of(versions)))
                .map(settings -> requireNonNull(settings.get(seller.value())));
    }

    /// Holds the seller's lock until the transaction ends.
    public Uni<Void> lock(SellerId seller) {
        return Panache.getSession()
                .flatMap(session -> add(session, seller)
                        .chain(() -> session.createNativeQuery(
                                        "select seller_id from seller where seller_id = :seller for update",
                                        String.class)
                                .setParameter("seller", seller.value())
                                .getSingleResult()
                                .replaceWithVoid()));
    }

    private static Uni<Void> add(Mutiny.Session session, SellerId seller) {
        return session.createNativeQuery("insert into seller (seller_id) values (:seller) on conflict do nothing")
                .setParameter("seller", seller.value())
                .executeUpdate()
                .replaceWithVoid();
    }

    /// Stores a document in place of the version that is expected, and answers its own; takes the seller's lock.
    ///
    /// Fails with [ProblemException] where another version is there.
    public Uni<Long> replace(SellerId seller, Kind kind, long expected, Object document) {
        String column = switch (kind) {
            case RULES -> "rules_version";
            case HOURS -> "hours_version";
        };
        return Panache.getSession()
                .flatMap(session -> add(session, seller)
                        .chain(() -> session.createNativeQuery(
                                        "select " + column + " from seller where seller_id = :seller for update",
                                        Long.class)
                                .setParameter("seller", seller.value())
                                .getSingleResult())
                        .flatMap(version -> {
                            if (version != expected) {
                                throw ProblemException.outdated(version);
                            }
                            return session.createNativeQuery(
                                            "update seller set " + column + " = :next where seller_id = :seller")
                                    .setParameter("next", version + 1)
                                    .setParameter("seller", seller.value())
                                    .executeUpdate()
                                    .chain(() -> save(session, seller, kind, document))
                                    .replaceWith(version + 1);
                        }));
    }

    private Uni<Void> save(Mutiny.Session session, SellerId seller, Kind kind, Object document) {
        return session.createNativeQuery("""
                        insert into seller_document (seller_id, kind, document)
                        values (:seller, :kind, cast(cast(:document as text) as jsonb))
                            on conflict (seller_id, kind) do update set document = excluded.document""")
                .setParameter("seller", seller.value())
                .setParameter("kind", kind.name())
                .setParameter("document", write(document))
                .executeUpdate()
                .replaceWithVoid();
    }

    private Uni<Map<String, Settings>> read(Map<String, Versions> sellers) {
        List<String> written = sellers.values().stream()
                .filter(versions -> versions.rules() > 0 || versions.hours() > 0)
                .map(Versions::sellerId)
                .toList();
        return documents(written)
                .flatMap(documents -> attachments.of(written).map(stored -> {
                    var settings = new HashMap<String, Settings>();
                    sellers.forEach((seller, versions) -> {
                        Map<Kind, String> of = documents.getOrDefault(seller, Map.of());
                        Settings read =
                                read(of.get(Kind.RULES), of.get(Kind.HOURS), stored.getOrDefault(seller, List.of()));
                        kept.put(seller, new Kept(versions, read));
                        settings.put(seller, read);
                    });
                    return settings;
                }));
    }

    private Settings read(@Nullable String rules, @Nullable String hours, List<Stored> stored) {
        RuleSet ruleSet = rules == null
                ? RuleSet.withWindow(config.buyerWindow())
                : RulesReader.readStored(
                        parse(rules, RulesDocument.class), config.buyerWindow(), baseForms, byId(stored));
        WorkingHours workingHours =
                hours == null ? WorkingHours.ALWAYS : HoursReader.readStored(parse(hours, HoursDocument.class));
        return new Settings(ruleSet, workingHours);
    }

    /// References by their id, as the reader of rules wants them.
    public static Map<UUID, AttachmentRef> byId(List<Stored> stored) {
        return stored.stream().map(Stored::ref).collect(toMap(AttachmentRef::id, ref -> ref));
    }

    private static Uni<Map<String, Map<Kind, String>>> documents(Collection<String> sellers) {
        if (sellers.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(
                                "select seller_id, kind, cast(document as text) from seller_document where seller_id in :sellers",
                                Object[].class)
                        .setParameter("sellers", sellers)
                        .getResultList())
                .map(rows -> {
                    var documents = new HashMap<String, Map<Kind, String>>();
                    rows.forEach(row -> documents
                            .computeIfAbsent((String) row[0], _ -> new HashMap<>())
                            .put(Kind.valueOf((String) row[1]), (String) row[2]));
                    return documents;
                });
    }

    private <T> T parse(String document, Class<T> type) {
        try {
            return json.readValue(document, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a stored document cannot be read", e);
        }
    }

    private String write(Object document) {
        try {
            return json.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a document cannot be written", e);
        }
    }
}
