package pl.odzew.mailbox.watch;

import static java.util.concurrent.CompletableFuture.completedFuture;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import pl.odzew.events.catalogue.CloudEvent;
import pl.odzew.mailbox.connection.Mailbox;
import pl.odzew.mailbox.intake.Intake;
import pl.odzew.mailbox.intake.PersonsAnswers;
import pl.odzew.mailbox.intake.RawMail;
import pl.odzew.mailbox.intake.Uid;
import pl.odzew.mailbox.lease.Lease;
import pl.odzew.mailbox.publication.Announcement;
import pl.odzew.mailbox.publication.MessageEvents;

/// Looks for a person's own answers in the Sent folder: what was filed there since the last look, headers
/// alone.
public final class SentReader {

    private static final int BATCH = 100;

    private final PersonsAnswers answers;
    private final MessageEvents messages;
    private final Cursors cursors;

    public SentReader(PersonsAnswers answers, MessageEvents messages, Cursors cursors) {
        this.answers = answers;
        this.messages = messages;
        this.cursors = cursors;
    }

    /// Ends when what was found is published and the cursor is saved.
    ///
    /// @return whether another folder than before is open now
    CompletionStage<Boolean> read(MailConnection connection, Lease lease, Mailbox mailbox) {
        return connection
                .sentFolder()
                .thenCompose(folder -> folder == null
                        ? completedFuture(false)
                        : connection
                                .status(folder)
                                .thenCompose(state -> cursors.loadSent(lease.mailbox())
                                        .thenCompose(
                                                cursor -> read(connection, lease, mailbox, folder, state, cursor))));
    }

    private CompletionStage<Boolean> read(
            MailConnection connection,
            Lease lease,
            Mailbox mailbox,
            String folder,
            MailConnection.FolderState state,
            Optional<Cursor> cursor) {
        Cursor newest = Cursor.newest(state);
        if (cursor.isEmpty() || !cursor.get().validity().equals(newest.validity())) {
            // What was answered before is no news; where mails are numbered anew, none of them is told to be one.
            return cursors.saveSent(lease, newest).thenApply(_ -> false);
        }
        Uid next = cursor.get().last().next();
        return newest.last().compareTo(next) < 0
                ? completedFuture(false)
                : connection
                        .examine(folder)
                        .thenCompose(_ -> connection.uidsFrom(next))
                        .thenCompose(uids -> publish(connection, lease, mailbox, newest, uids))
                        .thenApply(_ -> true);
    }

    private CompletionStage<Void> publish(
            MailConnection connection, Lease lease, Mailbox mailbox, Cursor newest, List<Uid> uids) {
        if (uids.isEmpty()) {
            return cursors.saveSent(lease, newest);
        }
        List<Uid> batch = uids.subList(0, Math.min(BATCH, uids.size()));
        return connection
                .fetchHeaders(batch)
                .thenCompose(mails -> published(events(mails, mailbox)))
                .thenCompose(_ -> cursors.saveSent(lease, new Cursor(newest.validity(), batch.getLast())))
                .thenCompose(_ -> batch.size() == uids.size()
                        ? completedFuture(null)
                        : publish(connection, lease, mailbox, newest, uids.subList(batch.size(), uids.size())));
    }

    private CompletionStage<Void> published(List<CloudEvent> events) {
        return events.isEmpty() ? completedFuture(null) : messages.publish(events);
    }

    private List<CloudEvent> events(List<RawMail> mails, Mailbox mailbox) {
        var recipient = new Intake.Recipient(mailbox.id(), mailbox.sellerId(), mailbox.address(), mailbox.provider());
        return mails.stream()
                .flatMap(mail -> answers.in(mail, recipient).stream())
                .map(answer -> Announcement.answered(answer, mailbox))
                .toList();
    }
}
