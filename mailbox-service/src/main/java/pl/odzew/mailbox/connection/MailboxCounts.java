package pl.odzew.mailbox.connection;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// Counts all mailboxes, for whoever runs the service.
public interface MailboxCounts {

    CompletionStage<List<Count>> count();

    /// @param provider as [pl.odzew.mailbox.refusal.ProviderKey] names it
    /// @param reason of those in doubt and of those refused
    record Count(String provider, String status, @Nullable String reason, long mailboxes) {}
}
