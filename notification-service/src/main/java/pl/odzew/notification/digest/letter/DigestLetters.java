package pl.odzew.notification.digest.letter;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import pl.odzew.events.MailAddress;
import pl.odzew.notification.contact.Language;
import pl.odzew.notification.contact.postgres.ContactStore;
import pl.odzew.notification.delivery.Letter;
import pl.odzew.notification.delivery.MailKind;
import pl.odzew.notification.delivery.PortalLink;
import pl.odzew.notification.delivery.ReminderPolicy;
import pl.odzew.notification.delivery.dispatch.LetterSource;
import pl.odzew.notification.delivery.dispatch.ReminderConfig;
import pl.odzew.notification.delivery.letter.Frame;
import pl.odzew.notification.delivery.letter.Stationery;
import pl.odzew.notification.delivery.postgres.DueMail;
import pl.odzew.notification.digest.ReplyProblem;
import pl.odzew.notification.digest.letter.DigestTemplates.Digest;
import pl.odzew.notification.digest.letter.DigestTemplates.Group;
import pl.odzew.notification.digest.postgres.DigestStore;

/// The mail about replies that a person should look at; not at night, since nothing of it is urgent.
@ApplicationScoped
class DigestLetters implements LetterSource {

    private final DigestStore digests;
    private final ContactStore contacts;
    private final Stationery stationery;
    private final ReminderPolicy quiet;
    private final URI portal;

    DigestLetters(
            DigestStore digests,
            ContactStore contacts,
            Stationery stationery,
            ReminderConfig reminders,
            @ConfigProperty(name = "odzew.portal-url") String portal) {
        this.digests = digests;
        this.contacts = contacts;
        this.stationery = stationery;
        this.quiet = reminders.policy();
        this.portal = URI.create(portal.replaceFirst("/+$", ""));
    }

    @Override
    public Set<MailKind> kinds() {
        return EnumSet.of(MailKind.REPLY_DIGEST);
    }

    @Override
    public Uni<Verdict> decide(DueMail mail, Instant now) {
        Instant allowed = quiet.outsideQuietHours(now);
        if (allowed.isAfter(now)) {
            return Uni.createFrom().item(new Verdict.Postpone(allowed));
        }
        return digests.toldBy(mail.id().value())
                .flatMap(lines -> lines.isEmpty()
                        ? Uni.createFrom().<Verdict>item(new Verdict.Drop())
                        : contacts.contactOf(mail.sellerId())
                                .map(contact -> new Verdict.Send(
                                        contact.recipients(),
                                        () -> write(mail, lines, contact.recipients(), contact.language()))));
    }

    private Uni<Letter> write(
            DueMail mail, List<DigestStore.Line> lines, List<MailAddress> recipients, Language language) {
        String title = Stationery.words(language).digestTitle();
        var digest = new Digest(
                new Frame(title, portal, null),
                groups(lines),
                PortalLink.DECISIONS.to(portal).toString());
        return stationery.write(
                mail.id(), recipients, language, title, null, () -> DigestTemplates.replyDigest(digest));
    }

    private static List<Group> groups(List<DigestStore.Line> lines) {
        return Stream.of(ReplyProblem.values())
                .map(problem -> new Group(
                        problem,
                        lines.stream()
                                .filter(line -> line.problem() == problem)
                                .map(line -> new DigestTemplates.Line(line.name(), line.count()))
                                .toList()))
                .filter(group -> !group.lines().isEmpty())
                .toList();
    }
}
