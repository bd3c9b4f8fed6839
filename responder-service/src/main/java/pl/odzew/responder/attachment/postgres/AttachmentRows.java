package pl.odzew.responder.attachment.postgres;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.SellerId;
import pl.odzew.events.reply.v1.AttachmentRef;
import pl.odzew.responder.attachment.Attachment;

/// Reads and writes stored files; all calls need a session.
@ApplicationScoped
public class AttachmentRows {

    /// A file without its bytes.
    public record Stored(AttachmentRef ref, Instant createdAt) {}

    /// The bytes of a file, and whose they are.
    @SuppressWarnings("ArrayRecordComponent") // handed through
    public record Content(SellerId sellerId, AttachmentRef ref, byte[] bytes) {}

    private record Owned(String sellerId, Stored stored) {}

    private static final String COLUMNS =
            "attachment_id, file_name, media_type, octet_length(content), sha256, created_at, seller_id";

    /// References for each seller who has stored anything.
    public Uni<Map<String, List<Stored>>> of(Collection<String> sellers) {
        if (sellers.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(
                                "select " + COLUMNS
                                        + " from attachment where seller_id in :sellers order by created_at",
                                Object[].class)
                        .setParameter("sellers", sellers)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(AttachmentRows::owned)
                        .collect(groupingBy(Owned::sellerId, mapping(Owned::stored, toList()))));
    }

    public Uni<Optional<Content>> content(UUID id) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(
                                "select " + COLUMNS + ", content from attachment where attachment_id = :id",
                                Object[].class)
                        .setParameter("id", id)
                        .getSingleResultOrNull())
                .map(row -> Optional.ofNullable((Object @Nullable []) row).map(columns -> {
                    Owned owned = owned(columns);
                    return new Content(
                            new SellerId(owned.sellerId()), owned.stored().ref(), (byte[]) columns[7]);
                }));
    }

    public Uni<Void> add(Attachment attachment) {
        AttachmentRef ref = attachment.ref();
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery("""
                                insert into attachment (attachment_id, seller_id, file_name, media_type, sha256, content, created_at)
                                values (:id, :seller, :name, :type, :sha256, :content, :at)""")
                        .setParameter("id", ref.id())
                        .setParameter("seller", attachment.sellerId().value())
                        .setParameter("name", ref.fileName())
                        .setParameter("type", ref.mediaType())
                        .setParameter("sha256", ref.sha256())
                        .setParameter("content", attachment.content())
                        .setParameter("at", attachment.createdAt())
                        .executeUpdate())
                .replaceWithVoid();
    }

    /// Answers whether the seller had it.
    public Uni<Boolean> remove(SellerId seller, UUID id) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(
                                "delete from attachment where attachment_id = :id and seller_id = :seller")
                        .setParameter("id", id)
                        .setParameter("seller", seller.value())
                        .executeUpdate())
                .map(count -> count > 0);
    }

    private static Owned owned(Object[] columns) {
        var ref = new AttachmentRef(
                (UUID) columns[0], (String) columns[1], (String) columns[2], ((Number) columns[3]).longValue(), (String)
                        columns[4]);
        return new Owned((String) columns[6], new Stored(ref, ((OffsetDateTime) columns[5]).toInstant()));
    }
}
