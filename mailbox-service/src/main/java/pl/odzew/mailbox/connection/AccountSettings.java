package pl.odzew.mailbox.connection;

import org.jspecify.annotations.Nullable;

/// What the seller says of his account himself, where the provider's preset does not say it.
///
/// @param servers absent where those of the preset serve
/// @param user what he signs in as; absent where it is the address
public record AccountSettings(
        @Nullable Servers servers, @Nullable String user) {

    /// All as the provider has it.
    public static final AccountSettings PRESET = new AccountSettings(null, null);
}
