package pl.odzew.allegro.replying;

import java.util.List;
import java.util.Optional;
import pl.odzew.allegro.authorization.Login;
import pl.odzew.allegro.messaging.Message;
import pl.odzew.allegro.messaging.OurReplies;

/// What a thread says about a reply: whether it stands there, and whether a person was faster. Pure.
public final class ThreadLook {

    private ThreadLook() {}

    /// What to do with a reply that is about to leave.
    public sealed interface Verdict {

        /// Nobody answered: write.
        record Send() implements Verdict {}

        /// These very words stand there already, from an attempt whose answer was lost.
        record StandsThere(Message message) implements Verdict {}

        /// The seller answered himself: silence.
        record PersonAnswered() implements Verdict {}
    }

    /// Looks just before writing.
    ///
    /// @param ours replies to other messages in this thread, which are no person's answer
    public static Verdict beforeSending(Reply reply, Login seller, List<Message> messages, OurReplies ours) {
        Optional<Message> own = own(reply, seller, messages, ours);
        if (own.isPresent()) {
            return new Verdict.StandsThere(own.get());
        }
        return ownNewer(reply, seller, messages).stream()
                        .allMatch(message -> ours.hold(message) || ours.mayHold(message))
                ? new Verdict.Send()
                : new Verdict.PersonAnswered();
    }

    /// Looks for a reply whose sending ended without an answer: an own message with the same words, newer
    /// than what it answers, that is not known to be another reply.
    public static Optional<Message> own(Reply reply, Login seller, List<Message> messages, OurReplies ours) {
        return ownNewer(reply, seller, messages).stream()
                .filter(message -> message.says(reply.text()))
                .filter(message -> !ours.posted().contains(message.id()))
                .findFirst();
    }

    private static List<Message> ownNewer(Reply reply, Login seller, List<Message> messages) {
        return messages.stream()
                .filter(message -> message.isOf(seller))
                .filter(message -> message.createdAt().isAfter(reply.answeredCreatedAt()))
                .toList();
    }
}
