package pl.odzew.portal.autoresponder;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What other rules would have done with the messages of the last 30 days.
///
/// @param messages how many were rehearsed
/// @param changed of how many something else would have become
public record Rehearsal(int messages, boolean complete, long changed, List<Item> items) {

    /// @param excerpt of the buyer's words
    public record Item(
            String channel,
            Instant receivedAt,
            @Nullable String buyer,
            @Nullable String excerpt,
            boolean changed,
            Outcome before,
            Outcome after) {}

    public record Outcome(
            String outcome,
            @Nullable String reason,
            @Nullable String rule,
            @Nullable String text) {}
}
