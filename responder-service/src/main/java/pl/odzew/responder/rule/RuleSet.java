package pl.odzew.responder.rule;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.message.v1.Buyer;
import pl.odzew.responder.wording.Language;

/// All that a seller set for his replies; immutable.
///
/// @param window at most one answer to a buyer within it, whatever the rule, conversation, channel or mailbox
/// @param delay how long a message waits, so that a person may be first
/// @param silenceAfterPerson how long after a person's answer nothing is answered automatically
/// @param language the seller's own, for messages in a language for which he has no text
/// @param neverReply logins, masked names and mail addresses that get no automatic answer, in lower case
/// @param rules in their order; the first that applies decides
/// @param otherwise for a message to which no rule applies; where it is absent too, the target's own text
public record RuleSet(
        Duration window,
        Duration delay,
        Duration silenceAfterPerson,
        Language language,
        String signature,
        Set<String> neverReply,
        List<Rule> rules,
        @Nullable Response otherwise) {

    public static final Duration SHORTEST_WINDOW = Duration.ofHours(1);
    public static final Duration LONGEST_WINDOW = Duration.ofDays(90);

    /// Well below the age limit, after which nothing is answered.
    public static final Duration LONGEST_DELAY = Duration.ofHours(24);

    public static final Duration LONGEST_SILENCE_AFTER_PERSON = Duration.ofDays(7);

    public RuleSet {
        requireNonNull(language, "language is null");
        requireNonNull(signature, "signature is null");
        neverReply =
                neverReply.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(toUnmodifiableSet());
        rules = List.copyOf(rules);
        requireBetween(SHORTEST_WINDOW, window, LONGEST_WINDOW, "window");
        requireBetween(Duration.ZERO, delay, LONGEST_DELAY, "delay");
        requireBetween(Duration.ZERO, silenceAfterPerson, LONGEST_SILENCE_AFTER_PERSON, "silenceAfterPerson");
    }

    /// Of a seller who has set nothing: no rules, no delay.
    public static RuleSet withWindow(Duration window) {
        return new RuleSet(window, Duration.ZERO, Duration.ZERO, Language.PL, "", Set.of(), List.of(), null);
    }

    /// The first rule that applies; empty where none does.
    public Optional<Rule> ruleFor(Occasion occasion) {
        for (Rule rule : rules) {
            if (rule.appliesTo(occasion)) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }

    /// @param sender of a mail; absent for the API
    public boolean isNeverAnswered(Buyer who, @Nullable String sender) {
        return !neverReply.isEmpty()
                && Stream.of(who.login(), who.maskedLocalPart(), sender)
                        .anyMatch(name -> name != null && neverReply.contains(name.toLowerCase(Locale.ROOT)));
    }

    /// Whether a rule asks if the buyer is new, which takes a look far back.
    public boolean asksForKnownBuyers() {
        return rules.stream().anyMatch(rule -> rule.enabled() && rule.when().buyer() != null);
    }

    private static void requireBetween(Duration least, Duration value, Duration most, String name) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(name + " between " + least + " and " + most + " expected");
        }
    }
}
