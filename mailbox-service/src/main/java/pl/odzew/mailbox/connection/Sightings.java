package pl.odzew.mailbox.connection;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import pl.odzew.events.MailboxId;

/// When a mail was last seen in each mailbox; a mailbox without any is left out.
public interface Sightings {

    CompletionStage<Map<MailboxId, Instant>> lastMailSeen(Collection<MailboxId> mailboxes);
}
