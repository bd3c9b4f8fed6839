package pl.odzew.events.autoresponder.v1;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import pl.odzew.events.Target;

/// What a seller set for one mailbox or Allegro account.
///
/// @param markAsRead whether threads of Allegro's are marked as read once they are answered; absent means no
public record TargetSettings(
        Target target,
        AutoresponderVersion version,
        boolean enabled,
        @Nullable Boolean markAsRead) {

    public TargetSettings {
        requireNonNull(target, "target is null");
        requireNonNull(version, "version is null");
    }

    /// Of a seller who did not ask for threads to be marked.
    public TargetSettings(Target target, AutoresponderVersion version, boolean enabled) {
        this(target, version, enabled, null);
    }
}
