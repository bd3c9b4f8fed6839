package pl.odzew.notification.delivery.dispatch;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import pl.odzew.events.MailAddress;
import pl.odzew.notification.delivery.Letter;
import pl.odzew.notification.delivery.MailKind;
import pl.odzew.notification.delivery.postgres.DueMail;

/// Says at the last moment whether a mail is still wanted, to whom it goes and what it says.
public interface LetterSource {

    /// The kinds of mails that it writes; each kind has one source.
    Set<MailKind> kinds();

    /// Called in the transaction that claims the mail.
    Uni<Verdict> decide(DueMail mail, Instant now);

    /// Called in the transaction that records that the mail has left.
    default Uni<Void> left(DueMail mail, Instant now) {
        return Uni.createFrom().voidItem();
    }

    /// What becomes of a mail that is due.
    sealed interface Verdict {

        /// It leaves.
        ///
        /// @param recipients nobody means that it is dropped
        /// @param letter written outside of the transaction
        record Send(List<MailAddress> recipients, Supplier<Uni<Letter>> letter) implements Verdict {

            public Send {
                recipients = List.copyOf(recipients);
            }
        }

        /// It is no longer wanted.
        record Drop() implements Verdict {}

        /// It cannot be said yet.
        record Postpone(Instant until) implements Verdict {}
    }
}
