package pl.odzew.mailbox.watch;

import java.lang.System.Logger;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.catalogue.CloudEvent;
import pl.odzew.mailbox.connection.Mailbox;
import pl.odzew.mailbox.intake.Intake;
import pl.odzew.mailbox.intake.RawMail;
import pl.odzew.mailbox.intake.Reading;
import pl.odzew.mailbox.intake.RedactedMail;
import pl.odzew.mailbox.intake.ReturnedReplies;
import pl.odzew.mailbox.intake.UnknownMails;
import pl.odzew.mailbox.lease.Lease;
import pl.odzew.mailbox.publication.Announcement;
import pl.odzew.mailbox.publication.MessageEvents;

/// Takes a batch of mails from the mailbox to the topic: read, publish, and only then move the cursor.
///
/// A crash between publishing and moving the cursor publishes the batch again, under the same ids.
public final class Delivery {

    private static final Logger LOG = System.getLogger(Delivery.class.getName());

    private final Intake intake;
    private final MessageEvents messages;
    private final ReturnedReplies returned;
    private final UnknownMails unknown;
    private final Cursors cursors;
    private final Tally tally;
    private final Clock clock;

    public Delivery(
            Intake intake,
            MessageEvents messages,
            ReturnedReplies returned,
            UnknownMails unknown,
            Cursors cursors,
            Tally tally,
            Clock clock) {
        this.intake = intake;
        this.messages = messages;
        this.returned = returned;
        this.unknown = unknown;
        this.cursors = cursors;
        this.tally = tally;
        this.clock = clock;
    }

    /// Ends when the batch is published and the cursor, if one is given, is saved.
    CompletionStage<Void> deliver(Lease lease, Mailbox mailbox, List<RawMail> mails, @Nullable Cursor then) {
        Instant noticedAt = clock.instant();
        var recipient = new Intake.Recipient(mailbox.id(), mailbox.sellerId(), mailbox.address(), mailbox.provider());
        var events = new ArrayList<CloudEvent>();
        var bounced = new ArrayList<String>();
        for (RawMail mail : mails) {
            switch (read(mail, recipient)) {
                case Reading.BuyersMail buyers -> {
                    tally.buyersMail();
                    events.add(Announcement.received(buyers, mailbox, noticedAt));
                }
                case Reading.Private _ -> tally.privateMail();
                case Reading.AllegroNotice _ -> tally.allegroNotice();
                case Reading.UnknownAllegroMail unknown -> {
                    tally.unknownAllegroMail();
                    keep(mailbox, unknown.looks(), noticedAt);
                }
                case Reading.Bounce bounce -> {
                    tally.bounce();
                    bounced.addAll(bounce.messageIds());
                }
                case Reading.Unreadable unreadable -> {
                    tally.unreadableMail();
                    LOG.log(
                            Logger.Level.WARNING,
                            "A mail cannot be read: mailboxId={0} uid={1,number,#} what={2}",
                            mailbox.id(),
                            mail.uid().value(),
                            unreadable.what());
                }
            }
        }
        CompletionStage<Void> published =
                events.isEmpty() ? CompletableFuture.completedFuture(null) : messages.publish(events);
        return published
                .thenCompose(_ -> bounced.isEmpty()
                        ? CompletableFuture.<Void>completedFuture(null)
                        : returned.returned(mailbox.id(), bounced))
                .thenCompose(_ -> then == null
                        ? CompletableFuture.<Void>completedFuture(null)
                        : cursors.save(lease, then, mails.isEmpty() ? null : noticedAt));
    }

    /// Beside the delivery: what an operator may look at later keeps no buyer waiting.
    private void keep(Mailbox mailbox, RedactedMail looks, Instant noticedAt) {
        unknown.keep(mailbox.id(), looks, noticedAt).whenComplete((_, failure) -> {
            if (failure != null) {
                LOG.log(Logger.Level.DEBUG, "An unknown mail is not kept: mailboxId=" + mailbox.id(), failure);
            }
        });
    }

    /// One mail that trips the reader may not keep the mailbox from the mails behind it.
    private Reading read(RawMail mail, Intake.Recipient recipient) {
        try {
            return intake.read(mail, recipient);
        } catch (RuntimeException e) {
            return new Reading.Unreadable(e.getClass().getSimpleName());
        }
    }
}
