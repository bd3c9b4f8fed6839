package pl.odzew.mailbox.watch;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.odzew.mailbox.intake.Uid;

/// Where the watch of one mailbox stands.
public sealed interface WatchState {

    /// Not watched: not started, stopped, paused, or the mailbox is gone.
    record Off() implements WatchState {}

    /// Not connected; tried again at a moment.
    ///
    /// @param failures in a row
    /// @param silentSince since when the server has not answered; absent when it did, whatever it said
    record Resting(Instant until, int failures, @Nullable Instant silentSince) implements WatchState {}

    /// Not connected; waits for its turn among the provider's mailboxes.
    record Queued(Instant turn, int failures, @Nullable Instant silentSince) implements WatchState {}

    /// A sign-in is on its way.
    record Opening(int failures, @Nullable Instant silentSince) implements WatchState {}

    /// Signed in.
    record Watching(Session session, Phase phase) implements WatchState {}

    /// A connection that is open.
    ///
    /// @param failures before it was opened; forgotten only when it has proved to last
    /// @param cursor absent until the first look into a new mailbox
    /// @param anew set while mails are read again because the numbering changed: where to go on when that is
    ///     done
    /// @param deafSince since when nothing was read; absent as soon as this connection has listed INBOX once,
    ///     since a sign-in that works is no proof that anything else does
    /// @param sentReadAt when the Sent folder was looked into, or the connection was opened
    record Session(
            Instant openedAt,
            int failures,
            @Nullable Cursor cursor,
            @Nullable Cursor anew,
            @Nullable Instant deafSince,
            Instant sentReadAt) {

        Session at(Cursor newCursor) {
            return new Session(openedAt, failures, newCursor, null, deafSince, sentReadAt);
        }

        Session readingAnew(Cursor afterwards) {
            return new Session(openedAt, failures, cursor, afterwards, deafSince, sentReadAt);
        }

        Session heard() {
            return new Session(openedAt, failures, cursor, anew, null, sentReadAt);
        }

        Session sentReadAt(Instant now) {
            return new Session(openedAt, failures, cursor, anew, deafSince, now);
        }
    }

    /// What an open connection is about; each waits for one signal.
    sealed interface Phase {
        record Examining() implements Phase {}

        record Listing() implements Phase {}

        record Fetching(List<Uid> batch, List<Uid> rest) implements Phase {
            public Fetching {
                batch = List.copyOf(batch);
                rest = List.copyOf(rest);
            }
        }

        record Delivering(@Nullable Cursor reached, List<Uid> rest) implements Phase {
            public Delivering {
                rest = List.copyOf(rest);
            }
        }

        record ReadingSent() implements Phase {}

        record Idling() implements Phase {}
    }

    /// A step of the watch: where it stands now, and what is to be done for it.
    record Step(WatchState next, List<Action> actions) {
        public Step {
            requireNonNull(next, "next is null");
            actions = List.copyOf(actions);
        }

        static Step of(WatchState next, Action... actions) {
            return new Step(next, List.of(actions));
        }
    }
}
