package pl.odzew.notification.verification;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How many addresses a seller may give, and how often he may have a link sent: enough for him, too little to plague
/// somebody else.
public final class AddressPolicy {

    public static final int MOST_ADDRESSES = 5;

    /// How long a mailed link can be used.
    public static final Duration LINK_LIFE = Duration.ofHours(48);

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private AddressPolicy() {}

    /// @param lastSentAt when a link was sent to the address; absent before the first
    public static boolean mayBeSent(@Nullable Instant lastSentAt, Instant now) {
        return lastSentAt == null || !lastSentAt.plus(PAUSE).isAfter(now);
    }
}
