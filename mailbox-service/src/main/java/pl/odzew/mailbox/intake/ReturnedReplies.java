package pl.odzew.mailbox.intake;

import java.util.List;
import java.util.concurrent.CompletionStage;
import pl.odzew.events.MailboxId;

/// Learns of mails that came back.
public interface ReturnedReplies {

    /// A returned mail named these Message-IDs; those of our own replies end as bounced, others are nobody's business.
    CompletionStage<Void> returned(MailboxId mailbox, List<String> messageIds);
}
