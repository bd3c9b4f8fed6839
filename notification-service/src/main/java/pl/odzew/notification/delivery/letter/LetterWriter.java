package pl.odzew.notification.delivery.letter;

import static java.util.Objects.requireNonNull;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.MailAddress;
import pl.odzew.notification.alert.Incident;
import pl.odzew.notification.alert.Problem.AccountRefused;
import pl.odzew.notification.contact.Language;
import pl.odzew.notification.delivery.Letter;
import pl.odzew.notification.delivery.MailId;
import pl.odzew.notification.delivery.MailKind;
import pl.odzew.notification.delivery.PortalLink;

/// Writes letters about incidents.
@ApplicationScoped
public class LetterWriter {

    private final URI portal;
    private final Stationery stationery;

    /// @param portal where the portal stands, for deep links; with or without a slash at its end
    LetterWriter(@ConfigProperty(name = "odzew.portal-url") String portal, Stationery stationery) {
        this.stationery = stationery;
        this.portal = URI.create(portal.replaceFirst("/+$", ""));
    }

    /// @param incidents at least one, all of the kind of subject that the mail is about
    /// @param unsubscribe where mails of this sort end; absent for those that a seller cannot decline
    public Uni<Letter> write(
            MailId id,
            MailKind kind,
            List<Incident> incidents,
            List<MailAddress> recipients,
            Language language,
            @Nullable URI unsubscribe) {
        String title = title(kind, incidents, Stationery.words(language));
        return stationery.write(
                id,
                recipients,
                language,
                title,
                unsubscribe,
                () -> template(kind, new Frame(title, portal, unsubscribe), incidents, language));
    }

    private static String title(MailKind kind, List<Incident> incidents, MailMessages words) {
        String name = incidents.getFirst().subject().name();
        int count = incidents.size();
        boolean several = count > 1;
        return switch (kind) {
            case MAILBOX_WARNING -> several ? words.warningTitleMany(count) : words.warningTitle(name);
            case MAILBOX_REMINDER -> several ? words.reminderTitleMany(count) : words.reminderTitle(name);
            case MAILBOX_WORKS_AGAIN -> several ? words.worksAgainTitleMany(count) : words.worksAgainTitle(name);
            case MAILBOX_TAKEN_BACK -> several ? words.takenBackTitleMany(count) : words.takenBackTitle(name);
            case ACCOUNT_WARNING -> several ? words.accountTitleMany(count) : words.accountTitle(name);
            case ACCOUNT_REMINDER -> several ? words.accountReminderTitleMany(count) : words.accountReminderTitle(name);
            case ACCOUNT_WORKS_AGAIN ->
                several ? words.accountWorksAgainTitleMany(count) : words.accountWorksAgainTitle(name);
            case ADDRESS_VERIFICATION, REPLY_DIGEST -> throw notAboutIncidents(kind);
        };
    }

    private TemplateInstance template(MailKind kind, Frame frame, List<Incident> incidents, Language language) {
        return switch (kind) {
            case MAILBOX_WARNING, MAILBOX_REMINDER ->
                LetterTemplates.mailboxWarning(new MailboxWarning(
                        frame,
                        kind == MailKind.MAILBOX_REMINDER,
                        new MailboxGroups(portal, language).of(incidents),
                        incidents.size() > 1));
            case MAILBOX_WORKS_AGAIN -> LetterTemplates.mailboxWorksAgain(worksAgain(frame, incidents, language));
            case MAILBOX_TAKEN_BACK -> LetterTemplates.mailboxTakenBack(worksAgain(frame, incidents, language));
            case ACCOUNT_WARNING, ACCOUNT_REMINDER ->
                LetterTemplates.accountWarning(new AccountWarning(
                        frame, kind == MailKind.ACCOUNT_REMINDER, accounts(incidents, language), incidents.size() > 1));
            case ACCOUNT_WORKS_AGAIN -> LetterTemplates.accountWorksAgain(worksAgain(frame, incidents, language));
            case ADDRESS_VERIFICATION, REPLY_DIGEST -> throw notAboutIncidents(kind);
        };
    }

    private static IllegalArgumentException notAboutIncidents(MailKind kind) {
        return new IllegalArgumentException("not about incidents: " + kind);
    }

    private WorksAgain worksAgain(Frame frame, List<Incident> incidents, Language language) {
        List<WorksAgain.Repaired> repaired = incidents.stream()
                .map(incident -> new WorksAgain.Repaired(
                        incident.subject().name(),
                        SellersTime.format(incident.problem().since(), language),
                        SellersTime.format(requireNonNull(incident.closedAt(), "still open"), language)))
                .toList();
        return new WorksAgain(
                frame,
                repaired,
                repaired.size() > 1,
                PortalLink.DECISIONS.to(portal).toString());
    }

    private List<AccountWarning.Broken> accounts(List<Incident> incidents, Language language) {
        return incidents.stream()
                .flatMap(incident -> incident.problem() instanceof AccountRefused refused
                        ? List.of(account(incident, refused, language)).stream()
                        : List.<AccountWarning.Broken>of().stream())
                .toList();
    }

    private AccountWarning.Broken account(Incident incident, AccountRefused refused, Language language) {
        return new AccountWarning.Broken(
                incident.subject().name(),
                refused.reason(),
                SellersTime.format(refused.since(), language),
                refused.serverWords(),
                PortalLink.ACCOUNT_LINK.to(portal, incident.subject().id()).toString());
    }
}
