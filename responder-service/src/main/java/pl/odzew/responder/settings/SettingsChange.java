package pl.odzew.responder.settings;

import static java.util.Objects.requireNonNull;

import pl.odzew.events.autoresponder.v1.AutoresponderVersion;

/// What a seller asks for one target.
public record SettingsChange(AutoresponderVersion version, boolean enabled, ReplyText text) {

    public SettingsChange {
        requireNonNull(version, "version is null");
        requireNonNull(text, "text is null");
    }
}
