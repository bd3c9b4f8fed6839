package pl.odzew.notification.announcement;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pl.odzew.notification.contact.Language;

/// Something that an operator tells all whom it concerns.
///
/// @param name for operators
/// @param texts at least in Polish
/// @param effectiveAt when what is announced happens
/// @param startAt when the first mail leaves; absent for a draft
/// @param remindAt when those are reminded who have not acted by then
/// @param round 0 before it begins, 1 for the first mail, 2 from the reminder on
public record Announcement(
        UUID id,
        String name,
        Map<Language, Text> texts,
        Segment segment,
        AnnouncementState state,
        @Nullable Instant effectiveAt,
        @Nullable Instant startAt,
        @Nullable Instant remindAt,
        int round,
        Instant createdAt,
        String createdBy) {

    /// The round of the reminder.
    public static final int REMINDER = 2;

    /// Whoever has no text in his language reads this one.
    private static final Language SPOKEN_BY_MOST = Language.EN;

    public Announcement {
        requireNonNull(id, "id is null");
        requireNonNull(name, "name is null");
        texts = Map.copyOf(texts);
        requireNonNull(segment, "segment is null");
        requireNonNull(state, "state is null");
        requireNonNull(createdAt, "createdAt is null");
        requireNonNull(createdBy, "createdBy is null");
        if (!texts.containsKey(Language.PL)) {
            throw new IllegalArgumentException("a text in Polish expected");
        }
    }

    /// The language of the text that a seller reads: his own, else English, else Polish.
    public Language languageFor(Language wanted) {
        if (texts.containsKey(wanted)) {
            return wanted;
        }
        return texts.containsKey(SPOKEN_BY_MOST) ? SPOKEN_BY_MOST : Language.PL;
    }

    public Text text(Language language) {
        return requireNonNull(texts.get(languageFor(language)), "no text");
    }
}
