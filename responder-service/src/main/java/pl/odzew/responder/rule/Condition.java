package pl.odzew.responder.rule;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.Channel;
import pl.odzew.events.message.v1.ThreadKind;
import pl.odzew.responder.wording.Language;

/// When a rule applies: all that is named must hold; what is empty or absent does not matter.
///
/// @param keywords one of them is enough
/// @param languages one of which the message is written in
/// @param workingHours whether the answer would leave in working hours
public record Condition(
        Set<Channel> channels,
        Set<ThreadKind> threadKinds,
        List<Keyword> keywords,
        Place keywordPlace,
        Set<Language> languages,
        @Nullable BuyerKind buyer,
        @Nullable Boolean workingHours,
        @Nullable Boolean hasOffer,
        @Nullable Boolean hasOrder) {

    /// Where keywords are looked for.
    public enum Place {
        SUBJECT,
        TEXT,
        ANYWHERE
    }

    public enum BuyerKind {
        /// Who never wrote to this seller before, as far as is remembered.
        NEW,
        RETURNING
    }

    public static final Condition ANY =
            new Condition(Set.of(), Set.of(), List.of(), Place.ANYWHERE, Set.of(), null, null, null, null);

    public Condition {
        channels = Set.copyOf(channels);
        threadKinds = Set.copyOf(threadKinds);
        keywords = List.copyOf(keywords);
        requireNonNull(keywordPlace, "keywordPlace is null");
        languages = Set.copyOf(languages);
    }

    /// The cheap questions first.
    boolean holdsFor(Occasion occasion) {
        return (channels.isEmpty() || channels.contains(occasion.channel()))
                && (threadKinds.isEmpty() || threadKinds.contains(occasion.threadKind()))
                && holds(hasOffer, occasion.hasOffer())
                && holds(hasOrder, occasion.hasOrder())
                && (workingHours == null || workingHours == occasion.isInWorkingHours())
                && (buyer == null || (buyer == BuyerKind.RETURNING) == occasion.isBuyerKnown())
                && (keywords.isEmpty() || keywords.stream().anyMatch(keyword -> isIn(keyword, occasion)))
                && (languages.isEmpty()
                        || occasion.language().filter(languages::contains).isPresent());
    }

    private boolean isIn(Keyword keyword, Occasion occasion) {
        return switch (keywordPlace) {
            case SUBJECT -> keyword.isIn(occasion.subject());
            case TEXT -> keyword.isIn(occasion.text());
            case ANYWHERE -> keyword.isIn(occasion.subject()) || keyword.isIn(occasion.text());
        };
    }

    private static boolean holds(@Nullable Boolean wanted, boolean is) {
        return wanted == null || wanted == is;
    }
}
