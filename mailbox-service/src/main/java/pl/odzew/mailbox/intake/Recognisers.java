package pl.odzew.mailbox.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import pl.odzew.events.MailAddress;
import pl.odzew.events.mailbox.v1.MailProvider;

/// What Allegro's mails look like: data, since Allegro changes it without asking us.
///
/// @param version goes up with every change of meaning
/// @param allegroDomains every domain that Allegro sends from
/// @param maskedDomains those of them under which buyers have their masked addresses
/// @param robots local parts under masked domains that are no buyer's
/// @param noticeSenders addresses that tell of buyers' messages
/// @param notices how those that do are told from the rest, which concern orders, deliveries and advertisements
/// @param ordinary subjects of mails that tell of orders, deliveries and advertisements: nobody needs to look
///     at them
/// @param vocabulary the words of Allegro's own that stay when an unknown mail is shown to an operator
/// @param logins find the buyer's login in the text and links; the first group holds it, and the last match
///     counts, since Allegro's own lines stand below the buyer's words
/// @param orders find an order's id
/// @param offers find an offer's id
/// @param threads find the id of a thread of the Message Center
/// @param footers lines from which on the words are Allegro's
/// @param authorities see [SenderVerification]
public record Recognisers(
        int version,
        List<String> allegroDomains,
        List<String> maskedDomains,
        List<String> robots,
        List<MailAddress> noticeSenders,
        List<Notice> notices,
        List<Pattern> ordinary,
        List<String> vocabulary,
        List<Pattern> logins,
        List<Pattern> orders,
        List<Pattern> offers,
        List<Pattern> threads,
        List<Pattern> footers,
        Map<MailProvider, List<String>> authorities) {

    public Recognisers {
        allegroDomains = List.copyOf(allegroDomains);
        maskedDomains = List.copyOf(maskedDomains);
        robots = List.copyOf(robots);
        noticeSenders = List.copyOf(noticeSenders);
        notices = List.copyOf(notices);
        ordinary = List.copyOf(ordinary);
        vocabulary = List.copyOf(vocabulary);
        logins = List.copyOf(logins);
        orders = List.copyOf(orders);
        offers = List.copyOf(offers);
        threads = List.copyOf(threads);
        footers = List.copyOf(footers);
        authorities = Map.copyOf(authorities);
    }

    /// A notice's template; either sign suffices.
    ///
    /// @param link in a link: Allegro names its templates in `utm_medium`
    public record Notice(String id, Pattern subject, Pattern link) {

        boolean matches(ParsedMail mail) {
            String title = mail.subject();
            return title != null && subject.matcher(title).find()
                    || mail.links().stream()
                            .anyMatch(target -> link.matcher(target).find());
        }
    }

    boolean isOrdinary(ParsedMail mail) {
        String title = mail.subject();
        return title != null
                && ordinary.stream().anyMatch(pattern -> pattern.matcher(title).find());
    }

    boolean isAllegros(MailAddress address) {
        return allegroDomains.contains(address.domain());
    }

    boolean isMasked(MailAddress address) {
        return maskedDomains.contains(address.domain())
                && robots.stream().noneMatch(address.localPartBeforePlus()::equalsIgnoreCase);
    }

    boolean isNoticeSender(MailAddress address) {
        return noticeSenders.stream().anyMatch(address::isSameAs);
    }

    static Optional<String> first(List<Pattern> patterns, String text) {
        return patterns.stream()
                .flatMap(pattern -> pattern.matcher(text).results().limit(1))
                .map(match -> match.group(1))
                .findFirst();
    }

    static Optional<String> last(List<Pattern> patterns, String text) {
        return patterns.stream()
                .flatMap(pattern -> pattern.matcher(text).results())
                .max((a, b) -> Integer.compare(a.start(), b.start()))
                .map((MatchResult match) -> match.group(1));
    }
}
