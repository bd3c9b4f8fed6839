package pl.odzew.endtoend.torture;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import pl.odzew.allegro.marketplace.WrittenBy;
import pl.odzew.endtoend.World;
import pl.odzew.mailbox.mailserver.MailServer;
import pl.odzew.mailbox.mailserver.post.OutsideMail;
import pl.odzew.notification.catcher.CaughtMail;

/// Counts where answers and warnings arrive; the product is asked for nothing but the reason of a silence.
final class Judge {

    private static final String MASKED_DOMAIN = "@allegromail.pl";

    /// Words of the one mail that says that a mailbox was refused, in the seller's language.
    private static final String WARNING = "Application-specific password required";

    private final World world;
    private final MailServer mail;
    private final Trace trace;
    private final Population population;

    Judge(World world, MailServer mail, Trace trace, Population population) {
        this.world = world;
        this.mail = mail;
        this.trace = trace;
        this.population = population;
    }

    /// How many buyers have neither an answer nor an end that the topics tell of.
    long waiting(Collection<Offer> offers) {
        Map<String, List<Instant>> answers = answers();
        return offers.stream()
                .filter(offer -> !answers.containsKey(offer.key()))
                .filter(offer -> trace.endingOf(offer.key()).isEmpty())
                .count();
    }

    /// @param refused the mailboxes that Google refused for certain
    Verdict judge(List<Offer> offers, List<Breakage.Spell> spells, Set<String> refused) {
        Map<String, List<Instant>> answers = answers();
        var withReason = new TreeMap<String, Integer>();
        var unexplained = new ArrayList<String>();
        for (Offer offer : offers) {
            if (!answers.containsKey(offer.key())) {
                reason(offer)
                        .ifPresentOrElse(
                                reason -> withReason.merge(reason, 1, Integer::sum),
                                () -> unexplained.add(offer.key()));
            }
        }
        return new Verdict(
                offers.size(),
                (int) offers.stream()
                        .filter(offer -> count(answers, offer) == 1)
                        .count(),
                offers.stream()
                        .filter(offer -> count(answers, offer) > 1)
                        .map(Offer::key)
                        .toList(),
                withReason,
                unexplained,
                leaked(),
                falseWarnings(refused),
                missedWarnings(refused),
                repeatedWarnings(refused),
                trace.deadLetters(),
                world.marketplace().violations(),
                recoveries(offers, spells, answers));
    }

    private static int count(Map<String, List<Instant>> answers, Offer offer) {
        return answers.getOrDefault(offer.key(), List.of()).size();
    }

    /// When each buyer was answered, by the buyer's key.
    private Map<String, List<Instant>> answers() {
        var answers = new HashMap<String, List<Instant>>();
        for (OutsideMail left : mail.outside()) {
            left.to()
                    .forEach(address -> answers.computeIfAbsent(
                                    address.replaceFirst("[+@].*", ""), _ -> new ArrayList<>())
                            .add(left.acceptedAt()));
        }
        population.accounts().stream()
                .flatMap(account -> world.marketplace().messages(account.name()).stream())
                .filter(message -> message.by() == WrittenBy.API)
                .forEach(message -> answers.computeIfAbsent(message.buyer(), _ -> new ArrayList<>())
                        .add(message.createdAt()));
        return answers;
    }

    /// An end that the topics tell of, or else what the seller is shown.
    private Optional<String> reason(Offer offer) {
        return trace.endingOf(offer.key())
                .or(() -> trace.conversationOf(offer.key())
                        .flatMap(conversation -> offer.correspondent().seller().decisionsOf(conversation).stream()
                                .filter(decision -> "SILENCE"
                                        .equals(decision.path("outcome").asText()))
                                .map(decision -> decision.path("reason").asText())
                                .findFirst()));
    }

    private List<String> leaked() {
        Stream<String> answered = mail.outside().stream()
                .map(OutsideMail::to)
                .flatMap(List::stream)
                .filter(address -> !address.endsWith(MASKED_DOMAIN));
        return Stream.concat(answered, trace.leaks().stream()).toList();
    }

    private List<String> falseWarnings(Set<String> refused) {
        Stream<String> announced = trace.authFailures().keySet().stream().filter(mailbox -> !refused.contains(mailbox));
        Set<String> warnedRightly = addresses(refused);
        Stream<String> mailed = warnings().keySet().stream().filter(address -> !warnedRightly.contains(address));
        return Stream.concat(announced, mailed).toList();
    }

    private List<String> missedWarnings(Set<String> refused) {
        Map<String, List<CaughtMail>> warnings = warnings();
        return Stream.concat(
                        refused.stream().filter(mailbox -> !trace.authFailures().containsKey(mailbox)),
                        addresses(refused).stream().filter(address -> !warnings.containsKey(address)))
                .toList();
    }

    private int repeatedWarnings(Set<String> refused) {
        Set<String> addresses = addresses(refused);
        return warnings().entrySet().stream()
                .filter(warned -> addresses.contains(warned.getKey()))
                .mapToInt(warned -> warned.getValue().size() - 1)
                .sum();
    }

    private Map<String, List<CaughtMail>> warnings() {
        return world.catcher().mails().stream()
                .filter(caught -> String.valueOf(caught.text()).contains(WARNING))
                .collect(groupingBy(CaughtMail::to));
    }

    private Set<String> addresses(Set<String> mailboxes) {
        return population.mailboxes().stream()
                .filter(mailbox -> mailboxes.contains(mailbox.targetId()))
                .map(Correspondent::name)
                .collect(toUnmodifiableSet());
    }

    private static Map<String, Duration> recoveries(
            List<Offer> offers, List<Breakage.Spell> spells, Map<String, List<Instant>> answers) {
        var recoveries = new TreeMap<String, Duration>();
        for (Breakage.Spell spell : spells) {
            Duration longest = offers.stream()
                    .filter(offer -> offer.at().isBefore(spell.to()))
                    .flatMap(offer -> answers.getOrDefault(offer.key(), List.of()).stream())
                    .map(answered -> Duration.between(spell.to(), answered))
                    .filter(Duration::isPositive)
                    .max(Duration::compareTo)
                    .orElse(Duration.ZERO);
            recoveries.merge(spell.name(), longest, (one, other) -> one.compareTo(other) > 0 ? one : other);
        }
        return recoveries;
    }
}
