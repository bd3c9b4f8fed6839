package pl.odzew.portal.autoresponder;

import org.jspecify.annotations.Nullable;

/// What the seller set for a mailbox or an Allegro account, as responder-service tells it.
///
/// @param channel `MAILBOX` or `ALLEGRO`
/// @param boundTo the linked Allegro account whose addresses name this mailbox
public record TargetView(
        String id,
        String channel,
        String name,
        int version,
        boolean enabled,
        String text,
        @Nullable String boundTo) {

    private static final int VERSION_3 = 3;

    public boolean isMailbox() {
        return channel.equals("MAILBOX");
    }

    /// Whether it answers in the version.
    public boolean runs(int wanted) {
        return enabled && version == wanted;
    }

    /// Whether switching to version 3 is one click away.
    public boolean canSwitch() {
        return !isMailbox() || boundTo != null;
    }

    public boolean isVersion3() {
        return version == VERSION_3;
    }
}
