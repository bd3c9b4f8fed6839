package pl.odzew.notification.announcement;

import java.util.Map;

/// How far an announcement has come.
///
/// @param byState how many sellers, for each state, in the present round
/// @param actedUpon how many of those who got it have since changed the password or moved to version 3
public record Progress(Map<RecipientState, Long> byState, long actedUpon) {

    public Progress {
        byState = Map.copyOf(byState);
    }

    public long of(RecipientState state) {
        return byState.getOrDefault(state, 0L);
    }

    public long recipients() {
        return byState.values().stream().mapToLong(Long::longValue).sum();
    }
}
