package pl.odzew.notification.delivery.dispatch;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import pl.odzew.notification.delivery.Letter;
import pl.odzew.notification.delivery.MailKind;
import pl.odzew.notification.delivery.dispatch.LetterSource.Verdict;
import pl.odzew.notification.delivery.postgres.DueMail;
import pl.odzew.notification.delivery.postgres.MailStore;
import pl.odzew.transport.transaction.Transactions;

/// Takes a mail that is due, and decides in the same transaction whether it is still wanted.
@ApplicationScoped
class MailClaims {

    private static final Logger LOG = Logger.getLogger(MailClaims.class);

    /// Longer than a try to send can last.
    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final Duration PAUSE_OF_UNREADABLE = Duration.ofMinutes(5);

    private final Transactions transactions;
    private final MailStore mails;
    private final Instance<LetterSource> sources;
    private final Clock clock;

    MailClaims(Transactions transactions, MailStore mails, @Any Instance<LetterSource> sources, Clock clock) {
        this.transactions = transactions;
        this.mails = mails;
        this.sources = sources;
        this.clock = clock;
    }

    /// What was found.
    sealed interface Claim {

        /// No mail is due.
        record Nothing() implements Claim {}

        /// One was due that need not leave now.
        record Settled() implements Claim {}

        /// This one is to leave, and nobody else sends it as long as the lease lasts.
        record Mine(DueMail mail, Supplier<Uni<Letter>> letter) implements Claim {}
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
                .run(() -> mails.postpone(mail.id(), now.plus(PAUSE_OF_UNREADABLE)))
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
        return source(due.kind()).decide(due, now).flatMap(verdict -> switch (verdict) {
            case Verdict.Send send when send.recipients().isEmpty() -> drop(due);
            case Verdict.Send send -> mails.claim(due, now.plus(LEASE)).replaceWith(new Claim.Mine(due, send.letter()));
            case Verdict.Drop _ -> drop(due);
            case Verdict.Postpone postpone ->
                mails.postpone(due.id(), postpone.until()).replaceWith(new Claim.Settled());
        });
    }

    private Uni<Claim> drop(DueMail due) {
        return mails.drop(due.id()).replaceWith(new Claim.Settled());
    }

    LetterSource source(MailKind kind) {
        return sources.stream()
                .filter(source -> source.kinds().contains(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody writes " + kind));
    }
}
