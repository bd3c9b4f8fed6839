package pl.odzew.mailbox.connection;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.SellerId;

/// Who changed what, the newest first. Written with the change itself, and never changed.
public interface AuditLog {

    /// @param seller whose; empty for everybody's
    /// @param before only what was written before this entry
    CompletionStage<List<Entry>> read(Optional<SellerId> seller, @Nullable Long before, int atMost);

    /// @param seq grows with each entry
    /// @param subject the mailbox's id
    record Entry(
            long seq,
            Instant at,
            String sellerId,
            String actor,
            String action,
            String subject,
            @Nullable String detail) {}
}
