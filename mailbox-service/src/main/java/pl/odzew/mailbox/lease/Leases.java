package pl.odzew.mailbox.lease;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/// Remembers which replica works on which mailbox; its clock is the only one that counts.
public interface Leases {

    /// Shows that this replica lives and frees the mailboxes of those that have not for a while.
    ///
    /// @param taking whether it also takes free ones, up to its share; a replica that does not is about to
    ///     leave
    CompletionStage<Turn> turn(boolean taking);

    /// Frees mailboxes of this replica for the others, which hear of it at once.
    CompletionStage<Void> giveUp(List<Lease> leases);

    /// Frees whatever is left and takes this replica from the books.
    CompletionStage<Void> leave();

    /// Who works on how many mailboxes.
    CompletionStage<Distribution> distribution();

    /// How things stand after a turn.
    ///
    /// @param mailboxes of the installation
    /// @param replicas that live and do not leave
    /// @param held by this replica
    record Turn(int mailboxes, int replicas, List<Lease> held) {

        public Turn {
            held = List.copyOf(held);
        }

        /// How many mailboxes a replica works on when all have the same number, rounded up.
        public static int share(int mailboxes, int replicas) {
            return Math.ceilDiv(mailboxes, Math.max(1, replicas));
        }

        int surplus() {
            return Math.max(0, held.size() - share(mailboxes, replicas));
        }
    }

    /// @param waiting how many mailboxes nobody works on
    record Distribution(List<Replica> replicas, int waiting) {

        public Distribution {
            replicas = List.copyOf(replicas);
        }
    }

    /// @param name as the machine is called, for people
    record Replica(UUID id, String name, Instant startedAt, Instant lastSeenAt, int mailboxes) {

        public Replica {
            requireNonNull(id, "id is null");
            requireNonNull(name, "name is null");
            requireNonNull(startedAt, "startedAt is null");
            requireNonNull(lastSeenAt, "lastSeenAt is null");
        }
    }
}
