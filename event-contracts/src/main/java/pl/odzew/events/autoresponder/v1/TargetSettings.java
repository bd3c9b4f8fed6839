package pl.odzew.events.autoresponder.v1;

import pl.odzew.events.Target;

import static java.util.Objects.requireNonNull;

/// What a seller set for one mailbox or Allegro account.
public record TargetSettings(Target target, AutoresponderVersion version, boolean enabled) {

    public TargetSettings {
        requireNonNull(target, "target is null");
        requireNonNull(version, "version is null");
    }
}
