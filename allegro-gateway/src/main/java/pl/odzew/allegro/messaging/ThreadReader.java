package pl.odzew.allegro.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import pl.odzew.allegro.authorization.Login;

/// Decides what is new in a thread and whom it concerns. Pure; the poller does what it says.
///
/// Messages are told apart by their ids, never by their dates, because they may appear days after they
/// were written.
public final class ThreadReader {

    /// A thread with a message in verification is read again at every poll for so long, and then every
    /// few minutes.
    private static final Duration VERIFICATION_PATIENCE = Duration.ofMinutes(10);

    private ThreadReader() {}

    /// What is known before reading.
    ///
    /// @param linkedAt what was written before is backlog: it counts only when the seller has not
    /// answered it
    /// @param floor what was written before is none of our business
    public record Known(Login seller, Instant linkedAt, Instant floor, Set<MessageId> seen, OurReplies ours) {

        public Known {
            seen = Set.copyOf(seen);
        }
    }

    /// @param findings oldest first
    /// @param settled ids that need no second look
    /// @param complete whether the thread can be left; if not, it is read again at the next poll although
    /// nothing changes
    /// @param pending whether a message is still in verification
    public record Reading(List<Finding> findings, Set<MessageId> settled, boolean complete, boolean pending) {

        public Reading {
            findings = List.copyOf(findings);
            settled = Set.copyOf(settled);
        }
    }

    private enum Step {
        SETTLED,
        HELD_BACK,
        PENDING,
        INCOMPLETE
    }

    public static Reading read(List<Message> messages, Known known, Instant now) {
        var findings = new ArrayList<Finding>();
        var settled = new HashSet<MessageId>();
        boolean complete = true;
        boolean pending = false;
        Instant lastOwn = messages.stream()
                .filter(message -> message.isOf(known.seller()))
                .map(Message::createdAt)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
        for (Message message : oldestFirst(messages)) {
            if (known.seen().contains(message.id()) || message.createdAt().isBefore(known.floor())) {
                continue;
            }
            switch (step(message, known, lastOwn, now, findings)) {
                case SETTLED -> settled.add(message.id());
                case HELD_BACK -> {}
                case PENDING -> pending = true;
                case INCOMPLETE -> complete = false;
            }
        }
        return new Reading(findings, settled, complete, pending);
    }

    private static Step step(Message message, Known known, Instant lastOwn, Instant now, List<Finding> findings) {
        if (message.isOf(known.seller())) {
            return own(message, known, findings);
        }
        if (!message.isABuyers()) {
            return Step.SETTLED;
        }
        return switch (message.status()) {
            case DELIVERED -> {
                boolean backlog = message.createdAt().isBefore(known.linkedAt());
                if (!backlog || !lastOwn.isAfter(message.createdAt())) {
                    findings.add(new Finding.BuyerWrote(message, backlog));
                }
                yield Step.SETTLED;
            }
            case VERIFYING ->
                message.createdAt().isAfter(now.minus(VERIFICATION_PATIENCE)) ? Step.INCOMPLETE : Step.PENDING;
            case BLOCKED, DISMISSED, UNKNOWN -> Step.HELD_BACK;
        };
    }

    private static Step own(Message message, Known known, List<Finding> findings) {
        if (known.ours().mayHold(message)) {
            return Step.INCOMPLETE;
        }
        if (known.ours().prove(message)) {
            findings.add(new Finding.ReplyProved(message));
        } else if (!known.ours().hold(message) && !message.createdAt().isBefore(known.linkedAt())) {
            findings.add(new Finding.PersonAnswered(message));
        }
        return Step.SETTLED;
    }

    private static List<Message> oldestFirst(List<Message> messages) {
        return messages.stream()
                .sorted(Comparator.comparing(Message::createdAt))
                .toList();
    }
}
