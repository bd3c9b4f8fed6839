package pl.odzew.notification.delivery.letter;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.MailAddress;
import pl.odzew.events.mailbox.v1.AuthFailureReason;
import pl.odzew.events.mailbox.v1.MailProvider;
import pl.odzew.events.mailbox.v1.Remedy;
import pl.odzew.notification.alert.Incident;
import pl.odzew.notification.alert.Problem.MailboxRefused;
import pl.odzew.notification.contact.Language;
import pl.odzew.notification.delivery.PortalLink;
import pl.odzew.notification.delivery.letter.MailboxWarning.Broken;
import pl.odzew.notification.delivery.letter.MailboxWarning.Group;
import pl.odzew.notification.delivery.letter.MailboxWarning.Way;

/// Brings mailboxes together that are helped by the same steps.
final class MailboxGroups {

    private final URI portal;
    private final Language language;

    MailboxGroups(URI portal, Language language) {
        this.portal = portal;
        this.language = language;
    }

    /// What mailboxes of one group have in common.
    private record Trouble(AuthFailureReason reason, boolean google, boolean signInNamed, List<Remedy> remedies) {}

    List<Group> of(List<Incident> incidents) {
        var mailboxes = new LinkedHashMap<Trouble, List<Broken>>();
        for (Incident incident : incidents) {
            if (incident.problem() instanceof MailboxRefused refused) {
                mailboxes
                        .computeIfAbsent(trouble(refused), _ -> new ArrayList<>())
                        .add(broken(incident, refused));
            }
        }
        return mailboxes.entrySet().stream()
                .map(entry -> group(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Trouble trouble(MailboxRefused refused) {
        return new Trouble(
                refused.reason(),
                refused.provider() == MailProvider.GMAIL,
                trusted(refused) != null,
                refused.remedies());
    }

    private Group group(Trouble trouble, List<Broken> mailboxes) {
        var ways = new ArrayList<Way>();
        trouble.remedies().forEach(remedy -> ways.add(new Way(ways.size() + 1, remedy)));
        return new Group(
                trouble.reason(),
                trouble.google(),
                mailboxes.size() > 1,
                List.copyOf(mailboxes),
                List.copyOf(ways),
                trouble.remedies().indexOf(Remedy.VERSION_3) + 1,
                PortalLink.appPasswordGuide(language).to(portal).toString());
    }

    private Broken broken(Incident incident, MailboxRefused refused) {
        var address = new MailAddress(incident.subject().name());
        var id = incident.subject().id();
        URI named = trusted(refused);
        return new Broken(
                address.value(),
                SellersTime.format(refused.since(), language),
                refused.serverWords(),
                named == null ? ownSignIn(refused, address) : named.toString(),
                named != null,
                GoogleLink.SECURITY.of(address).toString(),
                GoogleLink.APP_PASSWORDS.of(address).toString(),
                PortalLink.MAILBOX_PASSWORD.to(portal, id).toString(),
                PortalLink.VERSION_3.to(portal, id).toString());
    }

    /// The page that the server named, if it is one that we may send a seller to.
    private static @Nullable URI trusted(MailboxRefused refused) {
        URI named = refused.helpUrl();
        if (named == null) {
            return null;
        }
        boolean trusted =
                refused.provider() == MailProvider.GMAIL ? GoogleLink.leadsToGoogle(named) : GoogleLink.isSafe(named);
        return trusted ? named : null;
    }

    private static String ownSignIn(MailboxRefused refused, MailAddress address) {
        return refused.provider() == MailProvider.GMAIL
                ? GoogleLink.GMAIL.of(address).toString()
                : "";
    }
}
