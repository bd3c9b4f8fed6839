package pl.odzew.mailbox.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.mailbox.v1.MailboxStatus;
import pl.odzew.mailbox.connection.Condition;
import pl.odzew.mailbox.connection.Mailbox;
import pl.odzew.mailbox.connection.Patience;
import pl.odzew.mailbox.intake.Uid;
import pl.odzew.mailbox.refusal.Verdict;
import pl.odzew.mailbox.watch.WatchState.Off;
import pl.odzew.mailbox.watch.WatchState.Opening;
import pl.odzew.mailbox.watch.WatchState.Phase.Delivering;
import pl.odzew.mailbox.watch.WatchState.Phase.Examining;
import pl.odzew.mailbox.watch.WatchState.Phase.Fetching;
import pl.odzew.mailbox.watch.WatchState.Phase.Idling;
import pl.odzew.mailbox.watch.WatchState.Phase.Listing;
import pl.odzew.mailbox.watch.WatchState.Phase.ReadingSent;
import pl.odzew.mailbox.watch.WatchState.Queued;
import pl.odzew.mailbox.watch.WatchState.Resting;
import pl.odzew.mailbox.watch.WatchState.Session;
import pl.odzew.mailbox.watch.WatchState.Step;
import pl.odzew.mailbox.watch.WatchState.Watching;

/// Decides the next step of a watch: state and signal in, state and actions out. Pure, and the same for all
/// mailboxes.
///
/// What must hold: the cursor moves only behind what was published, a failed listing or fetch never moves it,
/// and nobody signs in before the condition of the mailbox allows it.
final class Watch {

    private final WatchSettings settings;
    private final Patience patience;

    Watch(WatchSettings settings, Patience patience) {
        this.settings = settings;
        this.patience = patience;
    }

    Step next(WatchState state, Signal signal, Instant now) {
        return switch (signal) {
            case Signal.Start start -> state instanceof Off ? begin(start.mailbox(), now) : Step.of(state);
            case Signal.Stop _, Signal.Gone _ -> Step.of(new Off(), new Action.Close());
            case Signal.Changed changed -> changed(state, changed.mailbox(), now);
            case Signal.TimeIsUp _ -> timeIsUp(state);
            case Signal.Turn turn -> turn(state, turn.at(), now);
            case Signal.Held held -> held(state, held.until(), now);
            case Signal.Opened opened -> opened(state, opened, now);
            case Signal.Refused refused -> refused(state, refused.mailbox(), refused.verdict(), now);
            case Signal.Unreachable unreachable -> unreachable(state, unreachable, now);
            case Signal.Lost lost -> lost(state, lost.what(), now);
            case Signal.Stuck _ -> broken(state, null, now);
            case Signal.Exhausted exhausted ->
                state instanceof Watching ? closedUntil(exhausted.until(), now) : Step.of(state);
            case Signal.Examined _,
                    Signal.Listed _,
                    Signal.Fetched _,
                    Signal.Delivered _,
                    Signal.SentRead _,
                    Signal.IdleEnded _ ->
                state instanceof Watching watching ? watching(watching, signal, now) : Step.of(state);
        };
    }

    private Step begin(Mailbox mailbox, Instant now) {
        if (mailbox.condition() instanceof Condition.Paused) {
            return Step.of(new Off());
        }
        return mailbox.nextTry(patience)
                .filter(now::isBefore)
                .map(next -> rest(0, null, next, now))
                .orElseGet(() -> open(new Resting(now, 0, null)));
    }

    private Step changed(WatchState state, Mailbox mailbox, Instant now) {
        MailboxStatus status = mailbox.condition().status();
        return switch (status) {
            case PAUSED, DISCONNECTED -> Step.of(new Off(), new Action.Close());
            // Whoever checks signs in himself, and tells us when he knows; and the silence was reported by ourselves.
            case PROBING, UNREACHABLE -> Step.of(state);
            case AUTH_FAILED, SUSPECT ->
                state instanceof Opening
                        ? Step.of(state)
                        : closedUntil(mailbox.nextTry(patience).orElse(now), now);
            case OK ->
                switch (state) {
                    case Resting _, Off _ -> open(new Resting(now, 0, null));
                    case Queued _, Opening _, Watching _ -> Step.of(state);
                };
        };
    }

    private static Step timeIsUp(WatchState state) {
        return switch (state) {
            case Resting resting -> open(resting);
            case Queued queued -> Step.of(new Opening(queued.failures(), queued.silentSince()), new Action.Open(true));
            case Off _, Opening _, Watching _ -> Step.of(state);
        };
    }

    private static Step turn(WatchState state, Instant at, Instant now) {
        return state instanceof Opening opening
                ? Step.of(
                        new Queued(at, opening.failures(), opening.silentSince()),
                        new Action.Wait(Duration.between(now, at)))
                : Step.of(state);
    }

    /// That we do not ask is no silence of the server's.
    private static Step held(WatchState state, Instant until, Instant now) {
        return state instanceof Opening opening ? rest(opening.failures(), null, until, now) : Step.of(state);
    }

    private Step opened(WatchState state, Signal.Opened opened, Instant now) {
        if (!(state instanceof Opening opening)) {
            return Step.of(state);
        }
        MailboxStatus status = opened.mailbox().condition().status();
        if (status != MailboxStatus.OK && status != MailboxStatus.UNREACHABLE) {
            return changed(new Resting(now, 0, null), opened.mailbox(), now);
        }
        var session = new Session(now, opening.failures(), opened.cursor(), null, silentSince(opening, now), now);
        return Step.of(new Watching(session, new Examining()), new Action.Examine());
    }

    private Step refused(WatchState state, Mailbox mailbox, Verdict verdict, Instant now) {
        if (mailbox.condition() instanceof Condition.Paused) {
            return Step.of(new Off(), new Action.Close());
        }
        int failures = failures(state) + 1;
        Instant silentSince = isDeaf(verdict) ? silentSince(state, now) : null;
        Instant byCondition = mailbox.nextTry(patience).orElse(now);
        boolean accused = verdict instanceof Verdict.Certain || verdict instanceof Verdict.Doubtful;
        Instant byBackoff = now.plus(settings.backoff().after(verdict, failures));
        Instant until = accused && byCondition.isAfter(now) ? byCondition : later(byCondition, byBackoff);
        return report(rest(failures, silentSince, until, now), silentSince, verdict.words(), now);
    }

    /// Refused, and neither the credential nor a limit is the reason: the seller is to hear of it when it
    /// lasts, since nothing is read and no other warning comes.
    private static boolean isDeaf(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Transient _, Verdict.NotTheCredential _, Verdict.TokenStale _ -> true;
            case Verdict.Certain _, Verdict.Doubtful _, Verdict.Limit _, Verdict.SessionExpired _ -> false;
        };
    }

    private Step unreachable(WatchState state, Signal.Unreachable unreachable, Instant now) {
        int failures = failures(state) + 1;
        Instant silentSince = silentSince(state, now);
        Instant until = later(
                now.plus(settings.backoff().after(failures)),
                unreachable.mailbox().nextTry(patience).orElse(now));
        return report(rest(failures, silentSince, until, now), silentSince, unreachable.what(), now);
    }

    /// A connection that is lost before it has read anything is as silent as a server that does not answer,
    /// however well the sign-in went.
    private Step lost(WatchState state, String what, Instant now) {
        Instant silentSince =
                state instanceof Watching watching ? watching.session().deafSince() : null;
        return report(broken(state, silentSince, now), silentSince, what, now);
    }

    private Step broken(WatchState state, @Nullable Instant silentSince, Instant now) {
        if (state instanceof Off || state instanceof Resting || state instanceof Queued) {
            return Step.of(state);
        }
        boolean lasted = state instanceof Watching watching
                && !now.isBefore(watching.session().openedAt().plus(settings.lasting()));
        int failures = lasted ? 1 : failures(state) + 1;
        return closed(rest(failures, silentSince, now.plus(settings.backoff().after(failures)), now));
    }

    private Step watching(Watching watching, Signal signal, Instant now) {
        Session session = watching.session();
        return switch (signal) {
            case Signal.Examined examined -> examined(session, examined.folder(), now);
            case Signal.Listed listed -> listed(session.heard(), listed.uids(), now);
            case Signal.Fetched fetched
            when watching.phase() instanceof Fetching fetching -> deliver(session, fetching, fetched);
            case Signal.Delivered _
            when watching.phase() instanceof Delivering delivering -> delivered(session, delivering);
            case Signal.SentRead read ->
                read.elsewhere()
                        ? Step.of(new Watching(session, new Examining()), new Action.Examine())
                        : idle(session);
            case Signal.IdleEnded _ -> list(session);
            default -> Step.of(watching);
        };
    }

    private Step examined(Session session, MailConnection.FolderState folder, Instant now) {
        Cursor newest = Cursor.newest(folder);
        Cursor cursor = session.cursor();
        if (cursor == null) {
            // The first look: what came before the mailbox was connected is not answered.
            return Step.of(
                    new Watching(session, new Delivering(newest, List.of())), new Action.Deliver(List.of(), newest));
        }
        if (cursor.validity().equals(newest.validity())) {
            return list(session);
        }
        return Step.of(
                new Watching(session.readingAnew(newest), new Listing()),
                new Action.ListSince(now.minus(settings.readAgain())));
    }

    private Step list(Session session) {
        Cursor cursor = session.cursor();
        if (cursor == null) {
            return Step.of(new Watching(session, new Examining()), new Action.Examine());
        }
        return Step.of(
                new Watching(session, new Listing()),
                new Action.ListFrom(cursor.last().next()));
    }

    private Step listed(Session session, List<Uid> uids, Instant now) {
        if (!uids.isEmpty()) {
            return fetch(session, uids);
        }
        Cursor anew = session.anew();
        if (anew == null) {
            return now.isBefore(session.sentReadAt().plus(settings.sentEvery()))
                    ? idle(session)
                    : Step.of(new Watching(session.sentReadAt(now), new ReadingSent()), new Action.ReadSent());
        }
        return Step.of(new Watching(session, new Delivering(anew, List.of())), new Action.Deliver(List.of(), anew));
    }

    private Step idle(Session session) {
        return Step.of(new Watching(session, new Idling()), new Action.Idle(settings.renewIdle()));
    }

    private Step fetch(Session session, List<Uid> uids) {
        int size = Math.min(settings.batch(), uids.size());
        List<Uid> batch = uids.subList(0, size);
        return Step.of(
                new Watching(session, new Fetching(batch, uids.subList(size, uids.size()))), new Action.Fetch(batch));
    }

    private Step deliver(Session session, Fetching fetching, Signal.Fetched fetched) {
        Cursor reached = reached(session, fetching);
        return Step.of(
                new Watching(session, new Delivering(reached, fetching.rest())),
                new Action.Deliver(fetched.mails(), reached));
    }

    /// While mails are read anew the old cursor stays until the last of them is published.
    private static @Nullable Cursor reached(Session session, Fetching fetching) {
        Cursor anew = session.anew();
        if (anew != null) {
            return fetching.rest().isEmpty() ? anew : null;
        }
        Cursor cursor = session.cursor();
        return cursor == null
                ? null
                : new Cursor(cursor.validity(), fetching.batch().getLast());
    }

    private Step delivered(Session session, Delivering delivering) {
        Cursor reached = delivering.reached();
        Session after = reached == null ? session : session.at(reached);
        // Listed again until nothing is left, since an arrival may have been announced inside another answer.
        return delivering.rest().isEmpty() ? list(after) : fetch(after, delivering.rest());
    }

    private static Step open(Resting resting) {
        return Step.of(new Opening(resting.failures(), resting.silentSince()), new Action.Open(false));
    }

    private Step closedUntil(Instant until, Instant now) {
        return closed(rest(0, null, until, now));
    }

    private static Step closed(Step step) {
        return new Step(
                step.next(),
                Stream.concat(Stream.of(new Action.Close()), step.actions().stream())
                        .toList());
    }

    private static Step rest(int failures, @Nullable Instant silentSince, Instant until, Instant now) {
        Duration delay = Duration.between(now, until);
        return Step.of(
                new Resting(until, failures, silentSince), new Action.Wait(delay.isNegative() ? Duration.ZERO : delay));
    }

    private Step report(Step step, @Nullable Instant silentSince, String what, Instant now) {
        if (silentSince == null || now.isBefore(silentSince.plus(settings.unreachableAfter()))) {
            return step;
        }
        var actions = new ArrayList<>(step.actions());
        actions.add(new Action.ReportUnreachable(silentSince, what));
        return new Step(step.next(), actions);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static int failures(WatchState state) {
        return switch (state) {
            case Off _ -> 0;
            case Resting resting -> resting.failures();
            case Queued queued -> queued.failures();
            case Opening opening -> opening.failures();
            case Watching watching -> watching.session().failures();
        };
    }

    private static Instant silentSince(WatchState state, Instant now) {
        Instant since = switch (state) {
            case Opening opening -> opening.silentSince();
            case Resting resting -> resting.silentSince();
            case Queued queued -> queued.silentSince();
            case Off _, Watching _ -> null;
        };
        return Optional.ofNullable(since).orElse(now);
    }
}
