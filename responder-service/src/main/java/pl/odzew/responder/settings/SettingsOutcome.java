package pl.odzew.responder.settings;

/// What came of a seller's wish to change a target's settings.
public sealed interface SettingsOutcome {

    /// Done: the seller's targets as they are now, to be stored and announced.
    record Changed(SellerTargets targets) implements SettingsOutcome {}

    /// The seller has no such target, or took it away.
    record NoSuchTarget() implements SettingsOutcome {}

    /// An Allegro account runs version 3 alone.
    record VersionNotOffered() implements SettingsOutcome {}

    /// Version 3 speaks through an Allegro account, and none that is linked names the mailbox's address: the seller
    /// links one and asks again.
    record NeedsAllegroAccount() implements SettingsOutcome {}
}
