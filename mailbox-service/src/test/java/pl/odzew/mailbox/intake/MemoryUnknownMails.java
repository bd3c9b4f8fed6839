package pl.odzew.mailbox.intake;

import static java.util.concurrent.CompletableFuture.completedFuture;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import pl.odzew.events.MailboxId;

/// Unknown mails in memory.
public final class MemoryUnknownMails implements UnknownMails {

    private final List<Seen> seen = new ArrayList<>();

    @Override
    public synchronized CompletionStage<Void> keep(MailboxId mailbox, RedactedMail mail, Instant seenAt) {
        seen.addFirst(new Seen(seenAt, mail));
        return completedFuture(null);
    }

    @Override
    public synchronized CompletionStage<List<Seen>> latest(int most) {
        return completedFuture(List.copyOf(seen.subList(0, Math.min(most, seen.size()))));
    }
}
