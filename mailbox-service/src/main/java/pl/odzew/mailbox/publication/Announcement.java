package pl.odzew.mailbox.publication;

import java.time.Instant;
import java.util.UUID;
import pl.odzew.events.Event;
import pl.odzew.events.EventId;
import pl.odzew.events.Target;
import pl.odzew.events.catalogue.CloudEvent;
import pl.odzew.events.catalogue.Service;
import pl.odzew.events.catalogue.Traceparent;
import pl.odzew.events.message.v1.MessageAnsweredByPerson;
import pl.odzew.events.message.v1.MessageReceived;
import pl.odzew.events.message.v1.ThreadKind;
import pl.odzew.mailbox.connection.Condition;
import pl.odzew.mailbox.connection.Mailbox;
import pl.odzew.mailbox.intake.PersonsAnswers;
import pl.odzew.mailbox.intake.Reading;

/// Puts what happened into its envelope.
public final class Announcement {

    private Announcement() {}

    /// Something that happens once; the id is random, since the outbox keeps it until it has left.
    public static CloudEvent of(Event event, Instant now) {
        return new CloudEvent(
                new EventId(UUID.randomUUID().toString()), Service.MAILBOX_SERVICE.source(), now, event, null);
    }

    /// The same, in the trace of the buyer's message that caused it.
    ///
    /// @param message the id of the `message.received`
    public static CloudEvent caused(Event event, EventId message, Instant now) {
        return new CloudEvent(
                new EventId(UUID.randomUUID().toString()),
                Service.MAILBOX_SERVICE.source(),
                now,
                event,
                Traceparent.ofMessage(message));
    }

    /// A buyer's mail, under the id that it has whenever it is read.
    public static CloudEvent received(Reading.BuyersMail mail, Mailbox mailbox, Instant noticedAt) {
        var message = new MessageReceived(
                mailbox.sellerId(),
                Target.of(mailbox.id()),
                mail.conversationId(),
                mail.buyer(),
                mail.receivedAt(),
                noticedAt,
                isBacklog(mailbox, mail.receivedAt()),
                ThreadKind.CONVERSATION,
                mail.subject(),
                mail.text(),
                mail.route(),
                mail.facts(),
                mail.offerId(),
                mail.orderId());
        return new CloudEvent(
                mail.eventId(),
                Service.MAILBOX_SERVICE.source(),
                mail.receivedAt(),
                message,
                Traceparent.ofMessage(mail.eventId()));
    }

    /// A person's own words to a buyer.
    public static CloudEvent answered(PersonsAnswers.Answer answer, Mailbox mailbox) {
        var event = new MessageAnsweredByPerson(
                mailbox.sellerId(),
                Target.of(mailbox.id()),
                answer.conversationId(),
                answer.buyer(),
                answer.answeredAt());
        return new CloudEvent(
                answer.eventId(),
                Service.MAILBOX_SERVICE.source(),
                answer.answeredAt(),
                event,
                Traceparent.ofMessage(answer.eventId()));
    }

    private static boolean isBacklog(Mailbox mailbox, Instant receivedAt) {
        if (mailbox.condition() instanceof Condition.Ok ok) {
            Instant before = ok.backlogBefore();
            return before != null && receivedAt.isBefore(before);
        }
        return false;
    }
}
