package pl.odzew.mailbox.lease;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.MailboxId;

/// The books of one installation in memory, as one of its replicas sees them; every stage is complete at once.
final class MemoryLeases implements Leases {

    /// What all replicas share.
    static final class Books {
        private final Map<MailboxId, Entry> leases = new LinkedHashMap<>();
        private final Map<UUID, Boolean> living = new LinkedHashMap<>();
        private final Set<UUID> leaving = new HashSet<>();

        void connect(MailboxId mailbox) {
            leases.put(mailbox, new Entry(null, 0));
        }

        private void bury() {
            living.values().removeIf(lives -> !lives);
            leases.replaceAll((_, entry) -> entry.holder() == null || living.containsKey(entry.holder())
                    ? entry
                    : new Entry(null, entry.epoch()));
        }
    }

    private record Entry(@Nullable UUID holder, long epoch) {}

    private final Books books;
    private final UUID me = UUID.randomUUID();

    MemoryLeases(Books books) {
        this.books = books;
    }

    void fallSilent() {
        books.living.replace(me, false);
    }

    @Override
    public CompletionStage<Turn> turn(boolean taking) {
        books.living.put(me, true);
        books.bury();
        if (taking) {
            books.leaving.remove(me);
        } else {
            books.leaving.add(me);
        }
        int share = Turn.share(books.leases.size(), staying());
        books.leases.replaceAll((_, entry) ->
                taking && entry.holder() == null && held().size() < share ? new Entry(me, entry.epoch() + 1) : entry);
        return CompletableFuture.completedFuture(new Turn(books.leases.size(), staying(), held()));
    }

    @Override
    public CompletionStage<Void> giveUp(List<Lease> leases) {
        leases.forEach(lease -> books.leases.computeIfPresent(
                lease.mailbox(), (_, entry) -> me.equals(entry.holder()) ? new Entry(null, entry.epoch()) : entry));
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<Void> leave() {
        books.living.remove(me);
        books.bury();
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<Distribution> distribution() {
        List<Replica> replicas = books.living.keySet().stream()
                .map(id -> new Replica(id, id.toString(), Instant.EPOCH, Instant.EPOCH, heldBy(id)))
                .toList();
        return CompletableFuture.completedFuture(new Distribution(replicas, heldBy(null)));
    }

    private int heldBy(@Nullable UUID replica) {
        return (int) books.leases.values().stream()
                .filter(entry -> Objects.equals(entry.holder(), replica))
                .count();
    }

    private int staying() {
        return (int) books.living.keySet().stream()
                .filter(replica -> !books.leaving.contains(replica))
                .count();
    }

    private List<Lease> held() {
        return books.leases.entrySet().stream()
                .filter(entry -> me.equals(entry.getValue().holder()))
                .map(entry -> new Lease(entry.getKey(), entry.getValue().epoch()))
                .toList();
    }
}
