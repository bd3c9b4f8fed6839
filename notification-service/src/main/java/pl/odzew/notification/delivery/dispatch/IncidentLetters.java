package pl.odzew.notification.delivery.dispatch;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.MailAddress;
import pl.odzew.notification.alert.Incident;
import pl.odzew.notification.alert.SubjectKind;
import pl.odzew.notification.alert.postgres.AlertStore;
import pl.odzew.notification.contact.Contact;
import pl.odzew.notification.contact.Topic;
import pl.odzew.notification.contact.postgres.ContactStore;
import pl.odzew.notification.delivery.Dispatch;
import pl.odzew.notification.delivery.DispatchPolicy;
import pl.odzew.notification.delivery.Links;
import pl.odzew.notification.delivery.MailKind;
import pl.odzew.notification.delivery.ReminderPolicy;
import pl.odzew.notification.delivery.Told;
import pl.odzew.notification.delivery.letter.LetterWriter;
import pl.odzew.notification.delivery.postgres.DueMail;
import pl.odzew.notification.delivery.postgres.MailStore;

/// Mails about incidents: warnings, reminders, good news.
@ApplicationScoped
class IncidentLetters implements LetterSource {

    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final AlertStore alerts;
    private final MailStore mails;
    private final ContactStore contacts;
    private final LetterWriter writer;
    private final Links links;
    private final ReminderPolicy reminders;

    IncidentLetters(
            AlertStore alerts,
            MailStore mails,
            ContactStore contacts,
            LetterWriter writer,
            Links links,
            ReminderConfig reminders) {
        this.links = links;
        this.reminders = reminders.policy();
        this.alerts = alerts;
        this.mails = mails;
        this.contacts = contacts;
        this.writer = writer;
    }

    @Override
    public Set<MailKind> kinds() {
        return EnumSet.of(
                MailKind.MAILBOX_WARNING,
                MailKind.MAILBOX_REMINDER,
                MailKind.MAILBOX_WORKS_AGAIN,
                MailKind.MAILBOX_TAKEN_BACK,
                MailKind.ACCOUNT_WARNING,
                MailKind.ACCOUNT_REMINDER,
                MailKind.ACCOUNT_WORKS_AGAIN);
    }

    @Override
    public Uni<Verdict> decide(DueMail mail, Instant now) {
        return alerts.reportedBy(mail.id().value())
                .flatMap(this::items)
                .map(items -> DispatchPolicy.decide(mail.kind(), items, now))
                .flatMap(dispatch -> switch (dispatch) {
                    case Dispatch.Send send -> send(mail, send.incidents(), now);
                    case Dispatch.Drop _ -> Uni.createFrom().item(new Verdict.Drop());
                    case Dispatch.Postpone _ -> Uni.createFrom().item(new Verdict.Postpone(now.plus(PAUSE)));
                });
    }

    /// From the warning on the days are counted after which the seller is reminded.
    @Override
    public Uni<Void> left(DueMail mail, Instant now) {
        return mail.kind().sort() == MailKind.Sort.WARNING
                ? alerts.warned(mail.id().value(), now, reminders.next(now, 0))
                : Uni.createFrom().voidItem();
    }

    private Uni<Verdict> send(DueMail mail, List<Incident> incidents, Instant now) {
        return contacts.contactOf(mail.sellerId())
                .flatMap(contact -> mail.kind().sort() == MailKind.Sort.REMINDER
                        ? reminder(mail, incidents, contact, now)
                        : letter(mail, incidents, contact, null));
    }

    private Uni<Verdict> reminder(DueMail mail, List<Incident> incidents, Contact contact, Instant now) {
        Instant allowed = reminders.outsideQuietHours(now);
        if (!contact.reminders()) {
            return Uni.createFrom().item(new Verdict.Drop());
        }
        return allowed.isAfter(now)
                ? Uni.createFrom().item(new Verdict.Postpone(allowed))
                : letter(mail, incidents, contact, links.unsubscribe(mail.sellerId(), Topic.REMINDERS, now));
    }

    private Uni<Verdict> letter(DueMail mail, List<Incident> incidents, Contact contact, @Nullable URI unsubscribe) {
        return recipients(incidents, contact)
                .map(recipients -> new Verdict.Send(
                        recipients,
                        () -> writer.write(
                                mail.id(), mail.kind(), incidents, recipients, contact.language(), unsubscribe)));
    }

    /// A seller who gave addresses is written to there. Else a mailbox's trouble is told in that mailbox, which still
    /// receives, and an account's in the mailbox that was connected last.
    private Uni<List<MailAddress>> recipients(List<Incident> incidents, Contact contact) {
        if (!contact.verified().isEmpty()) {
            return Uni.createFrom().item(contact.verified());
        }
        List<MailAddress> own = incidents.stream()
                .map(Incident::subject)
                .map(subject -> subject.kind() == SubjectKind.MAILBOX ? subject.address() : contact.email())
                .flatMap(address -> Optional.ofNullable(address).stream())
                .distinct()
                .toList();
        return Multi.createFrom()
                .iterable(own)
                .onItem()
                .transformToUniAndConcatenate(contacts::unlessSuppressed)
                .collect()
                .asList()
                .map(found -> found.stream().flatMap(Optional::stream).toList());
    }

    private Uni<List<DispatchPolicy.Item>> items(List<AlertStore.Reported> reported) {
        return Multi.createFrom()
                .iterable(reported)
                .onItem()
                .transformToUniAndConcatenate(
                        one -> told(one.warningMail()).map(told -> new DispatchPolicy.Item(one.incident(), told)))
                .collect()
                .asList();
    }

    private Uni<Told> told(Optional<UUID> warning) {
        return warning.isEmpty() ? Uni.createFrom().item(Told.NO) : mails.told(warning.get());
    }
}
