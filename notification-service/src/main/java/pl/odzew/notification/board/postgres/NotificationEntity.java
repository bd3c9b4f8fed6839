package pl.odzew.notification.board.postgres;

import static java.util.Objects.requireNonNull;

import io.vertx.core.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.SellerId;
import pl.odzew.notification.board.Content;
import pl.odzew.notification.board.Notification;
import pl.odzew.notification.board.NotificationKind;

/// A notification as a row.
@Entity
@Table(name = "notification")
class NotificationEntity {

    private static final String COMMA = ",";

    @Id
    UUID id;

    @Column
    String sellerId;

    @Column
    long change;

    @Column
    @Enumerated(EnumType.STRING)
    NotificationKind kind;

    @Column
    @Nullable
    UUID subjectId;

    @Column
    @Nullable
    String subjectName;

    @Column
    @Nullable
    String reason;

    @Column
    @Nullable
    String serverWords;

    @Column
    @Nullable
    String remedies;

    @Column
    @Nullable
    String counts;

    @Column
    @Nullable
    String title;

    @Column
    @Nullable
    String body;

    @Column
    Instant openedAt;

    @Column
    @Nullable
    Instant closedAt;

    @Column
    @Nullable
    String ending;

    @Column
    @Nullable
    Instant acknowledgedAt;

    static NotificationEntity posted(UUID id, SellerId seller, Instant openedAt) {
        var entity = new NotificationEntity();
        entity.id = id;
        entity.sellerId = seller.value();
        entity.openedAt = openedAt;
        return entity;
    }

    void take(Content content) {
        kind = content.kind();
        switch (content) {
            case Content.LockedOut locked -> {
                subjectId = locked.subjectId();
                subjectName = locked.subjectName();
                reason = locked.reason();
                serverWords = locked.serverWords();
                remedies = String.join(COMMA, locked.remedies());
            }
            case Content.ReplyProblems problems -> {
                var json = new JsonObject();
                problems.counts().forEach(json::put);
                counts = json.encode();
            }
            case Content.Announced announced -> {
                title = announced.title();
                body = announced.body();
            }
        }
    }

    Notification toNotification() {
        return new Notification(
                id, new SellerId(sellerId), change, content(), openedAt, closedAt, ending, acknowledgedAt);
    }

    private Content content() {
        return switch (kind) {
            case MAILBOX_AUTH_FAILED, ALLEGRO_ACCOUNT_AUTH_FAILED ->
                new Content.LockedOut(
                        kind,
                        requireNonNull(subjectId, "locked out, but who"),
                        requireNonNull(subjectName, "locked out, but who"),
                        requireNonNull(reason, "locked out, but why"),
                        requireNonNull(serverWords, "locked out, but by which words"),
                        remedyList());
            case REPLY_PROBLEMS -> new Content.ReplyProblems(countMap());
            case ANNOUNCEMENT -> new Content.Announced(requireNonNull(title, "announced, but what"), body);
        };
    }

    private List<String> remedyList() {
        return remedies == null
                ? List.of()
                : Stream.of(remedies.split(COMMA))
                        .filter(name -> !name.isEmpty())
                        .toList();
    }

    private Map<String, Long> countMap() {
        var map = new TreeMap<String, Long>();
        var json = counts == null ? new JsonObject() : new JsonObject(counts);
        json.fieldNames().forEach(name -> map.put(name, requireNonNull(json.getLong(name))));
        return map;
    }
}
