package pl.odzew.notification.announcement.postgres;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.mailbox.v1.CredentialShape;
import pl.odzew.events.mailbox.v1.MailProvider;
import pl.odzew.notification.announcement.Announcement;
import pl.odzew.notification.announcement.AnnouncementState;
import pl.odzew.notification.announcement.Segment;
import pl.odzew.notification.announcement.Text;
import pl.odzew.notification.contact.Language;

/// An announcement as a row; texts and segment as JSON.
@Entity
@Table(name = "announcement")
class AnnouncementEntity {

    private static final String SUBJECT = "subject";
    private static final String BODY = "body";
    private static final String PROVIDERS = "providers";
    private static final String CREDENTIALS = "credentials";
    private static final String VERSIONS = "versions";

    @Id
    UUID id;

    @Column
    String name;

    @Column
    String texts;

    @Column
    String segment;

    @Column
    @Enumerated(EnumType.STRING)
    AnnouncementState state;

    @Column
    @Nullable
    Instant effectiveAt;

    @Column
    @Nullable
    Instant startAt;

    @Column
    @Nullable
    Instant remindAt;

    @Column
    int round;

    @Column
    Instant createdAt;

    @Column
    String createdBy;

    @Column
    Instant nextBatchAt;

    void take(Announcement announcement) {
        id = announcement.id();
        name = announcement.name();
        texts = json(announcement.texts());
        segment = json(announcement.segment());
        state = announcement.state();
        effectiveAt = announcement.effectiveAt();
        startAt = announcement.startAt();
        remindAt = announcement.remindAt();
        round = announcement.round();
        createdAt = announcement.createdAt();
        createdBy = announcement.createdBy();
        if (nextBatchAt == null) {
            nextBatchAt = announcement.createdAt();
        }
    }

    Announcement toAnnouncement() {
        return new Announcement(
                id,
                name,
                readTexts(),
                readSegment(),
                state,
                effectiveAt,
                startAt,
                remindAt,
                round,
                createdAt,
                createdBy);
    }

    private static String json(Map<Language, Text> texts) {
        var json = new JsonObject();
        texts.forEach((language, text) ->
                json.put(language.name(), JsonObject.of(SUBJECT, text.subject(), BODY, text.body())));
        return json.encode();
    }

    private static String json(Segment segment) {
        return JsonObject.of(
                        PROVIDERS, names(segment.providers()),
                        CREDENTIALS, names(segment.credentials()),
                        VERSIONS, new JsonArray(segment.versions().stream().toList()))
                .encode();
    }

    private static JsonArray names(Collection<? extends Enum<?>> values) {
        return new JsonArray(values.stream().map(Enum::name).toList());
    }

    private Map<Language, Text> readTexts() {
        var read = new EnumMap<Language, Text>(Language.class);
        var json = new JsonObject(texts);
        json.fieldNames().forEach(name -> {
            JsonObject text = json.getJsonObject(name);
            read.put(Language.valueOf(name), new Text(text.getString(SUBJECT), text.getString(BODY)));
        });
        return read;
    }

    private Segment readSegment() {
        var json = new JsonObject(segment);
        return new Segment(
                read(json.getJsonArray(PROVIDERS), name -> MailProvider.valueOf((String) name)),
                read(json.getJsonArray(CREDENTIALS), name -> CredentialShape.valueOf((String) name)),
                read(json.getJsonArray(VERSIONS), number -> ((Number) number).intValue()));
    }

    private static <T> Set<T> read(JsonArray array, Function<Object, T> reader) {
        return array.stream().map(reader).collect(Collectors.toSet());
    }
}
