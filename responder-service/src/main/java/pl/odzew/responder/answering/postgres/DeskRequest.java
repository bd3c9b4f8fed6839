package pl.odzew.responder.answering.postgres;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import pl.odzew.events.EventId;
import pl.odzew.events.SellerId;
import pl.odzew.events.Target;
import pl.odzew.events.message.v1.MessageEvent;
import pl.odzew.events.reply.v1.ReplyResult;

/// For what work desks are opened, and so how much of them is loaded.
public sealed interface DeskRequest {

    Set<SellerId> sellers();

    /// Buyers wrote, or were answered by a person.
    ///
    /// @param ids of the events
    record Messages(List<MessageEvent> messages, Set<EventId> ids) implements DeskRequest {

        @Override
        public Set<SellerId> sellers() {
            return messages.stream().map(MessageEvent::sellerId).collect(toUnmodifiableSet());
        }
    }

    /// Senders tell what became of replies.
    record Results(List<ReplyResult> results) implements DeskRequest {

        @Override
        public Set<SellerId> sellers() {
            return results.stream().map(ReplyResult::sellerId).collect(toUnmodifiableSet());
        }
    }

    /// Targets or their settings change, by which replies may have to be withdrawn, and messages of the API decided.
    record TargetChanges(Set<SellerId> sellers) implements DeskRequest {}

    /// The seller answers about the buyers who wait at a target.
    record WaitingBuyers(SellerId seller, Target target) implements DeskRequest {

        @Override
        public Set<SellerId> sellers() {
            return Set.of(seller);
        }
    }

    /// A stop switch was turned, or what follows from it has not followed yet.
    record Stop(Set<SellerId> sellers) implements DeskRequest {}

    /// Messages whose time has come by `now`, and those that came up to that moment and have waited too long.
    record Due(Set<SellerId> sellers, Instant now, Instant receivedUntil) implements DeskRequest {}
}
