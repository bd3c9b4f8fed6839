package pl.odzew.portal.autoresponder;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Buyers who had written before an Allegro account was linked.
///
/// @param since when the longest-waiting one wrote
/// @param answered what the seller said
public record WaitingBuyers(
        long count, @Nullable Instant since, @Nullable Answer answered) {

    public record Answer(boolean answer, Instant at) {}

    public boolean isOpen() {
        return count > 0;
    }
}
