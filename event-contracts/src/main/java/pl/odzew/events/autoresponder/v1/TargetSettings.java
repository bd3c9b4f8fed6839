package pl.odzew.events.autoresponder.v1;

import static java.util.Objects.requireNonNull;

import pl.odzew.events.Target;

/// What a seller set for one mailbox or Allegro account.
public record TargetSettings(Target target, AutoresponderVersion version, boolean enabled) {

    public TargetSettings {
        requireNonNull(target, "target is null");
        requireNonNull(version, "version is null");
    }
}
