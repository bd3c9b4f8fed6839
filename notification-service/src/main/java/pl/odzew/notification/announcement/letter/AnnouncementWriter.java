package pl.odzew.notification.announcement.letter;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import pl.odzew.events.MailAddress;
import pl.odzew.events.mailbox.v1.MailProvider;
import pl.odzew.notification.announcement.Affected;
import pl.odzew.notification.announcement.Announcement;
import pl.odzew.notification.announcement.Text;
import pl.odzew.notification.announcement.letter.AnnouncementTemplates.Mailbox;
import pl.odzew.notification.announcement.letter.AnnouncementTemplates.News;
import pl.odzew.notification.contact.Language;
import pl.odzew.notification.contact.Topic;
import pl.odzew.notification.delivery.Letter;
import pl.odzew.notification.delivery.Links;
import pl.odzew.notification.delivery.MailId;
import pl.odzew.notification.delivery.PortalLink;
import pl.odzew.notification.delivery.letter.Frame;
import pl.odzew.notification.delivery.letter.SellersTime;
import pl.odzew.notification.delivery.letter.Stationery;

/// Writes the letter of an announcement to one seller.
@ApplicationScoped
public class AnnouncementWriter {

    private static final int PREVIEW = 110;

    private final Stationery stationery;
    private final Links links;
    private final URI portal;

    AnnouncementWriter(Stationery stationery, Links links, @ConfigProperty(name = "odzew.portal-url") String portal) {
        this.stationery = stationery;
        this.links = links;
        this.portal = URI.create(portal.replaceFirst("/+$", ""));
    }

    /// @param wanted the seller's language; he reads the text that comes nearest to it
    public Uni<Letter> write(
            MailId id,
            Announcement announcement,
            Affected affected,
            List<MailAddress> recipients,
            Language wanted,
            Instant now) {
        Language language = announcement.languageFor(wanted);
        Text text = announcement.text(language);
        boolean reminder = announcement.round() == Announcement.REMINDER;
        String title = reminder ? Stationery.words(language).reminderOf(text.subject()) : text.subject();
        URI unsubscribe = links.unsubscribe(affected.sellerId(), Topic.ANNOUNCEMENTS, now);
        var news = new News(
                new Frame(title, portal, unsubscribe),
                preview(text),
                text.paragraphs(),
                reminder,
                announcement.effectiveAt() == null ? "" : SellersTime.day(announcement.effectiveAt(), language),
                affected.mailboxes().stream().map(this::mailbox).toList(),
                announcement.segment().providers().contains(MailProvider.GMAIL),
                PortalLink.appPasswordGuide(language).to(portal).toString());
        return stationery.write(
                id, recipients, language, title, unsubscribe, () -> AnnouncementTemplates.announcement(news));
    }

    private Mailbox mailbox(Affected.Mailbox mailbox) {
        return new Mailbox(
                mailbox.address().value(),
                PortalLink.MAILBOX_PASSWORD.to(portal, mailbox.id()).toString(),
                PortalLink.VERSION_3.to(portal, mailbox.id()).toString());
    }

    private static String preview(Text text) {
        String first = text.paragraphs().stream().findFirst().orElse("");
        return first.length() <= PREVIEW ? first : first.substring(0, PREVIEW) + "…";
    }
}
