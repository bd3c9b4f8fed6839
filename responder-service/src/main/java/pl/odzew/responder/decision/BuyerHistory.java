package pl.odzew.responder.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.odzew.responder.decision.PastReply.Standing;

/// What is remembered of one buyer of one shop.
///
/// @param replies as far back as [ReplyPolicy#historyStart] at least, in any order
/// @param known whether the buyer has written before, as far as anybody asks
/// @param personAnsweredAt when the seller last wrote to the buyer with his own hands, as far as is known
public record BuyerHistory(
        List<PastReply> replies, boolean known, @Nullable Instant personAnsweredAt) {

    public static final BuyerHistory EMPTY = new BuyerHistory(List.of(), false, null);

    public BuyerHistory {
        replies = List.copyOf(replies);
    }

    boolean hasPersonAnsweredSince(Instant receivedAt) {
        return personAnsweredAt != null && personAnsweredAt.isAfter(receivedAt);
    }

    /// Whether the seller wrote to the buyer so shortly before that they are in the middle of a talk.
    boolean hasPersonAnsweredWithin(Duration time, Instant receivedAt) {
        return personAnsweredAt != null && personAnsweredAt.plus(time).isAfter(receivedAt);
    }

    boolean isWindowTakenSince(Instant start) {
        return hasSince(start, Standing.TAKES_WINDOW) || isReplyOnItsWaySince(start);
    }

    boolean isReplyOnItsWaySince(Instant start) {
        return hasSince(start, Standing.ON_ITS_WAY);
    }

    boolean isReplyBeingWithdrawnSince(Instant start) {
        return hasSince(start, Standing.BEING_WITHDRAWN);
    }

    long countSince(Instant start) {
        return replies.stream()
                .filter(reply -> reply.decidedAt().isAfter(start))
                .count();
    }

    private boolean hasSince(Instant start, Standing standing) {
        return replies.stream()
                .anyMatch(reply ->
                        reply.standing() == standing && reply.decidedAt().isAfter(start));
    }
}
