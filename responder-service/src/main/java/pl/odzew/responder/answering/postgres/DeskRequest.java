package pl.odzew.responder.answering.postgres;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import pl.odzew.events.SellerId;
import pl.odzew.events.Target;
import pl.odzew.events.message.v1.MessageEvent;
import pl.odzew.events.reply.v1.ReplyResult;

/// For what work desks are opened, and so how much of them is loaded.
public sealed interface DeskRequest {

    Set<SellerId> sellers();

    /// Buyers wrote, or were answered by a person.
    record Messages(List<MessageEvent> messages) implements DeskRequest {

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

    /// Targets or their settings change, by which mail replies may have to be withdrawn.
    record TargetChanges(Set<SellerId> sellers) implements DeskRequest {}

    /// The seller answers about the buyers who wait at a target.
    record WaitingBuyers(SellerId seller, Target target) implements DeskRequest {

        @Override
        public Set<SellerId> sellers() {
            return Set.of(seller);
        }
    }

    /// Messages that came up to that moment have waited too long.
    record Overdue(Set<SellerId> sellers, Instant receivedUntil) implements DeskRequest {}
}
