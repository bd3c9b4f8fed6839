package pl.odzew.mailbox.connection;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.mailbox.v1.AuthFailure;
import pl.odzew.events.mailbox.v1.MailProtocol;
import pl.odzew.events.mailbox.v1.MailboxStatus;
import pl.odzew.mailbox.refusal.Suspicion;

/// How a mailbox stands. Which condition may follow which is said by the methods of [Mailbox], and by nothing else.
public sealed interface Condition {

    Instant since();

    MailboxStatus status();

    /// Something is wrong with the mailbox, or was when a check began.
    sealed interface Troubled extends Condition {

        /// Since when the seller has been warned, if he has: only then is he told that it works again.
        @Nullable
        Instant alarmedSince();

        /// Whose refusal it is; only that server's yes ends it. Empty where no server refused anything.
        Optional<MailProtocol> refusedBy();
    }

    /// Watched.
    ///
    /// @param backlogBefore mails that the provider took in before it were not seen as they came
    record Ok(Instant since, @Nullable Instant backlogBefore) implements Condition {
        public Ok {
            requireNonNull(since, "since is null");
        }

        @Override
        public MailboxStatus status() {
            return MailboxStatus.OK;
        }
    }

    /// Refused in doubtful words; being confirmed.
    ///
    /// @param canaryAt set while it is to try before its time, for all of its provider's mailboxes
    record Suspect(
            Instant since,
            Suspicion suspicion,
            @Nullable Instant alarmedSince,
            @Nullable Instant canaryAt) implements Troubled {
        public Suspect {
            requireNonNull(since, "since is null");
            requireNonNull(suspicion, "suspicion is null");
        }

        @Override
        public MailboxStatus status() {
            return MailboxStatus.SUSPECT;
        }

        @Override
        public Optional<MailProtocol> refusedBy() {
            return Optional.of(suspicion.failure().protocol());
        }
    }

    /// Refused for certain, and the seller was told.
    ///
    /// @param tries how many of the tries that were planned at the alarm are over
    record AuthFailed(Instant since, AuthFailure failure, int tries, Instant alarmedSince) implements Troubled {
        public AuthFailed {
            requireNonNull(since, "since is null");
            requireNonNull(failure, "failure is null");
            requireNonNull(alarmedSince, "alarmedSince is null");
        }

        @Override
        public MailboxStatus status() {
            return MailboxStatus.AUTH_FAILED;
        }

        @Override
        public Optional<MailProtocol> refusedBy() {
            return Optional.of(failure.protocol());
        }

        AuthFailed triedInVain(AuthFailure inTheseWords, Patience patience, Instant now) {
            return new AuthFailed(since, inTheseWords, Math.max(tries, patience.triesDue(since, now)), alarmedSince);
        }
    }

    /// The server has not answered for so long that the seller was told.
    record Unreachable(Instant since, String lastError, Instant alarmedSince) implements Troubled {
        public Unreachable {
            requireNonNull(since, "since is null");
            requireNonNull(lastError, "lastError is null");
            requireNonNull(alarmedSince, "alarmedSince is null");
        }

        @Override
        public MailboxStatus status() {
            return MailboxStatus.UNREACHABLE;
        }

        @Override
        public Optional<MailProtocol> refusedBy() {
            return Optional.empty();
        }
    }

    /// A check that the seller asked for is running; after a crash the watch finishes it.
    ///
    /// @param before what it falls back to when the servers say nothing
    record Probing(Instant since, Troubled before) implements Condition {
        public Probing {
            requireNonNull(since, "since is null");
            requireNonNull(before, "before is null");
        }

        @Override
        public MailboxStatus status() {
            return MailboxStatus.PROBING;
        }
    }

    /// The seller paused it: nothing is read and nothing is sent.
    record Paused(Instant since) implements Condition {
        public Paused {
            requireNonNull(since, "since is null");
        }

        @Override
        public MailboxStatus status() {
            return MailboxStatus.PAUSED;
        }
    }
}
