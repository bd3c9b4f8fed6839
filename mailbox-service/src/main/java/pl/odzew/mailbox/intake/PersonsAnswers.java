package pl.odzew.mailbox.intake;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import pl.odzew.events.ConversationId;
import pl.odzew.events.EventId;
import pl.odzew.events.message.v1.Buyer;

/// Tells which mails in the Sent folder are a person's own words to a buyer.
public interface PersonsAnswers {

    /// Pure, as [Intake#read]. None for our own replies, whatever other program answers by itself, and mails to
    /// others.
    ///
    /// @param sent its header suffices
    List<Answer> in(RawMail sent, Intake.Recipient mailbox);

    /// @param eventId the same whenever the mail is read
    record Answer(EventId eventId, ConversationId conversationId, Buyer buyer, Instant answeredAt) {

        public Answer {
            requireNonNull(eventId, "eventId is null");
            requireNonNull(conversationId, "conversationId is null");
            requireNonNull(buyer, "buyer is null");
            requireNonNull(answeredAt, "answeredAt is null");
        }
    }
}
