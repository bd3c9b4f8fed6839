package pl.odzew.mailbox.intake;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import pl.odzew.events.MailboxId;

/// Keeps what mails of Allegro's looked like that no recogniser knew, for the operator.
public interface UnknownMails {

    /// Keeps one; the oldest make room.
    CompletionStage<Void> keep(MailboxId mailbox, RedactedMail mail, Instant seenAt);

    /// The newest first.
    CompletionStage<List<Seen>> latest(int most);

    record Seen(Instant at, RedactedMail mail) {

        public Seen {
            requireNonNull(at, "at is null");
            requireNonNull(mail, "mail is null");
        }
    }
}
