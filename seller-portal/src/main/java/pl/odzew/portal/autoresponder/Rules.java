package pl.odzew.portal.autoresponder;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A seller's rules as a whole, as responder-service keeps them: the first that applies decides.
///
/// @param version on which a change is built; 0 as long as none was saved
public record Rules(
        long version,
        @Nullable Integer windowHours,
        @Nullable Integer delayMinutes,
        @Nullable Integer silenceAfterPersonMinutes,
        @Nullable String language,
        @Nullable String signature,
        @Nullable List<Rule> rules,
        @Nullable Reply defaultReply,
        @Nullable List<TextWarning> warnings) {

    /// @param when absent: always
    public record Rule(
            @Nullable String name,
            @Nullable Boolean enabled,
            @Nullable Condition when,
            @Nullable Reply then) {

        public boolean turnedOn() {
            return enabled == null || enabled;
        }

        public boolean staysSilent() {
            return then != null && "SILENCE".equals(then.kind());
        }

        /// In the seller's own language, for a list.
        public String text() {
            return then == null || then.texts() == null
                    ? ""
                    : then.texts().values().stream().findFirst().orElse("");
        }
    }

    /// All that is named must hold.
    public record Condition(
            @Nullable List<String> channels,
            @Nullable List<String> threadKinds,
            @Nullable List<String> keywords,
            @Nullable String keywordsIn,
            @Nullable List<String> languages,
            @Nullable String buyer,
            @Nullable Boolean workingHours,
            @Nullable Boolean hasOffer,
            @Nullable Boolean hasOrder) {

        public static final Condition ALWAYS = new Condition(null, null, null, null, null, null, null, null, null);

        public String keywordList() {
            return keywords == null ? "" : String.join(", ", keywords);
        }
    }

    /// @param kind `REPLY` or `SILENCE`
    /// @param texts by language
    public record Reply(
            @Nullable String kind,
            @Nullable Map<String, String> texts,
            @Nullable List<String> attachments) {}

    /// @param field the path of the text, as in `rules[0].then.texts.pl`
    public record TextWarning(
            @Nullable String field,
            @Nullable String code,
            @Nullable Integer position,
            @Nullable String excerpt) {}

    public List<Rule> inOrder() {
        return rules == null ? List.of() : rules;
    }

    public String mainLanguage() {
        return language == null ? "pl" : language;
    }

    public Optional<Rule> at(int index) {
        return index < 0 || index >= inOrder().size()
                ? Optional.empty()
                : Optional.of(inOrder().get(index));
    }

    /// @param index one beyond the last adds it
    public Rules with(int index, Rule rule) {
        var changed = new ArrayList<>(inOrder());
        if (index >= changed.size()) {
            changed.add(rule);
        } else {
            changed.set(index, rule);
        }
        return with(changed);
    }

    public Rules without(int index) {
        var changed = new ArrayList<>(inOrder());
        changed.remove(index);
        return with(changed);
    }

    /// The rule one place nearer to the first, or to the last; at an end nothing moves.
    public Rules moved(int index, boolean up) {
        int other = up ? index - 1 : index + 1;
        if (at(index).isEmpty() || at(other).isEmpty()) {
            return this;
        }
        var changed = new ArrayList<>(inOrder());
        changed.set(index, inOrder().get(other));
        changed.set(other, inOrder().get(index));
        return with(changed);
    }

    public Rules with(List<Rule> changed) {
        return new Rules(
                version,
                windowHours,
                delayMinutes,
                silenceAfterPersonMinutes,
                language,
                signature,
                List.copyOf(changed),
                defaultReply,
                null);
    }

    /// The rule beneath all others, and what holds for all.
    public Rules with(int window, int delay, int silence, @Nullable String signedBy, @Nullable Reply otherwise) {
        return new Rules(version, window, delay, silence, mainLanguage(), signedBy, inOrder(), otherwise, null);
    }
}
