package pl.odzew.responder.answering.postgres;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.Channel;
import pl.odzew.events.ConversationId;

/// Which decisions a seller wants to see; what is absent does not matter.
///
/// @param outcome REPLY, SILENCE or WAITING
/// @param reason the name of a reason for silence or for waiting
/// @param from by the moment at which the buyer's message came, inclusive
/// @param to exclusive
public record DecisionFilter(
        @Nullable ConversationId conversation,
        @Nullable Channel channel,
        @Nullable String outcome,
        @Nullable String reason,
        @Nullable Instant from,
        @Nullable Instant to) {

    public static final DecisionFilter ALL = new DecisionFilter(null, null, null, null, null, null);
}
