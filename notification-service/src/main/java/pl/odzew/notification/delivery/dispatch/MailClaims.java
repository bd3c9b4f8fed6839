package pl.odzew.notification.delivery.dispatch;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import pl.odzew.events.MailAddress;
import pl.odzew.notification.alert.Incident;
import pl.odzew.notification.alert.SubjectKind;
import pl.odzew.notification.alert.postgres.AlertStore;
import pl.odzew.notification.contact.Contact;
import pl.odzew.notification.contact.postgres.ContactStore;
import pl.odzew.notification.delivery.Dispatch;
import pl.odzew.notification.delivery.DispatchPolicy;
import pl.odzew.notification.delivery.Told;
import pl.odzew.notification.delivery.postgres.DueMail;
import pl.odzew.notification.delivery.postgres.MailStore;
import pl.odzew.transport.transaction.Transactions;

/// Takes a mail that is due, and decides in the same transaction whether it is still wanted.
@ApplicationScoped
class MailClaims {

    private static final Logger LOG = Logger.getLogger(MailClaims.class);

    /// Longer than a try to send can last.
    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration PAUSE_OF_UNREADABLE = Duration.ofMinutes(5);

    private final Transactions transactions;
    private final MailStore mails;
    private final AlertStore alerts;
    private final ContactStore contacts;
    private final Clock clock;

    MailClaims(Transactions transactions, MailStore mails, AlertStore alerts, ContactStore contacts, Clock clock) {
        this.transactions = transactions;
        this.mails = mails;
        this.alerts = alerts;
        this.contacts = contacts;
        this.clock = clock;
    }

    /// What was found.
    sealed interface Claim {

        /// No mail is due.
        record Nothing() implements Claim {}

        /// One was due that need not leave now.
        record Settled() implements Claim {}

        /// This one is to leave, and nobody else sends it as long as the lease lasts.
        record Mine(DueMail mail, List<Incident> incidents, List<MailAddress> recipients, Contact contact)
                implements Claim {}
    }

    Uni<Claim> next() {
        Instant now = clock.instant();
        return transactions
                .run(() -> mails.lockNextDue(now)
                        .flatMap(due -> due.isEmpty()
                                ? Uni.createFrom().<Claim>item(new Claim.Nothing())
                                : decide(due.get(), now)
                                        .onFailure()
                                        .transform(cause -> new Unreadable(due.get(), cause))))
                .onFailure(Unreadable.class)
                .recoverWithUni(failure -> putAside((Unreadable) failure, now));
    }

    /// One mail that cannot be read must not keep the others waiting.
    private Uni<Claim> putAside(Unreadable unreadable, Instant now) {
        DueMail mail = unreadable.mail;
        LOG.errorf(unreadable, "A mail cannot be read and is put aside: mailId=%s", mail.id());
        return transactions
                .run(() -> mails.postpone(mail.id(), now, PAUSE_OF_UNREADABLE))
                .replaceWith(new Claim.Settled());
    }

    private static final class Unreadable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient DueMail mail;

        private Unreadable(DueMail mail, Throwable cause) {
            super(cause);
            this.mail = mail;
        }
    }

    private Uni<Claim> decide(DueMail due, Instant now) {
        return alerts.reportedBy(due.id().value())
                .flatMap(this::items)
                .map(items -> DispatchPolicy.decide(due.kind(), items, now))
                .flatMap(dispatch -> switch (dispatch) {
                    case Dispatch.Send send -> claim(due, send.incidents(), now);
                    case Dispatch.Drop _ -> mails.drop(due.id()).replaceWith(new Claim.Settled());
                    case Dispatch.Postpone _ ->
                        mails.postpone(due.id(), now, PAUSE).replaceWith(new Claim.Settled());
                });
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

    private Uni<Claim> claim(DueMail due, List<Incident> incidents, Instant now) {
        return contacts.contactOf(due.sellerId()).flatMap(contact -> {
            List<MailAddress> recipients = recipients(incidents, contact);
            return recipients.isEmpty()
                    ? mails.drop(due.id()).replaceWith(new Claim.Settled())
                    : mails.claim(due, now.plus(LEASE))
                            .replaceWith(new Claim.Mine(due, incidents, recipients, contact));
        });
    }

    /// A mailbox's trouble is told in that mailbox, which still receives; an account's to the seller's contact.
    private static List<MailAddress> recipients(List<Incident> incidents, Contact contact) {
        return incidents.stream()
                .map(Incident::subject)
                .map(subject -> subject.kind() == SubjectKind.MAILBOX ? subject.address() : contact.email())
                .flatMap(address -> Optional.ofNullable(address).stream())
                .distinct()
                .toList();
    }
}
