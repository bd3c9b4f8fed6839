package pl.odzew.notification.delivery.dispatch;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import pl.odzew.events.MailAddress;
import pl.odzew.notification.alert.Incident;
import pl.odzew.notification.alert.SubjectKind;
import pl.odzew.notification.alert.postgres.AlertStore;
import pl.odzew.notification.contact.Contact;
import pl.odzew.notification.contact.postgres.ContactStore;
import pl.odzew.notification.delivery.Dispatch;
import pl.odzew.notification.delivery.DispatchPolicy;
import pl.odzew.notification.delivery.MailKind;
import pl.odzew.notification.delivery.Told;
import pl.odzew.notification.delivery.letter.LetterWriter;
import pl.odzew.notification.delivery.postgres.DueMail;
import pl.odzew.notification.delivery.postgres.MailStore;

/// Mails about incidents: warnings, reminders, good news.
@ApplicationScoped
class IncidentLetters implements LetterSource {

    private final AlertStore alerts;
    private final MailStore mails;
    private final ContactStore contacts;
    private final LetterWriter writer;

    IncidentLetters(AlertStore alerts, MailStore mails, ContactStore contacts, LetterWriter writer) {
        this.alerts = alerts;
        this.mails = mails;
        this.contacts = contacts;
        this.writer = writer;
    }

    @Override
    public Set<MailKind> kinds() {
        return EnumSet.of(
                MailKind.MAILBOX_WARNING,
                MailKind.MAILBOX_WORKS_AGAIN,
                MailKind.ACCOUNT_WARNING,
                MailKind.ACCOUNT_WORKS_AGAIN);
    }

    @Override
    public Uni<Verdict> decide(DueMail mail, Instant now) {
        return alerts.reportedBy(mail.id().value())
                .flatMap(this::items)
                .map(items -> DispatchPolicy.decide(mail.kind(), items, now))
                .flatMap(dispatch -> switch (dispatch) {
                    case Dispatch.Send send -> send(mail, send.incidents());
                    case Dispatch.Drop _ -> Uni.createFrom().item(new Verdict.Drop());
                    case Dispatch.Postpone _ -> Uni.createFrom().item(new Verdict.Postpone());
                });
    }

    private Uni<Verdict> send(DueMail mail, List<Incident> incidents) {
        return contacts.contactOf(mail.sellerId())
                .flatMap(contact -> recipients(incidents, contact)
                        .map(recipients -> new Verdict.Send(
                                recipients,
                                () -> writer.write(
                                        mail.id(), mail.kind(), incidents, recipients, contact.language()))));
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
