package pl.odzew.mailbox.mailserver.control;

import org.jspecify.annotations.Nullable;
import pl.odzew.mailbox.mailserver.post.LoginPolicy;

/// What is to be changed of an account; what is null stays as it is.
///
/// @param password needed for a new account
/// @param drop whether open connections end at once
public record AccountSettings(
        @Nullable String password,
        @Nullable String appPassword,
        @Nullable LoginPolicy policy,
        @Nullable String name,
        boolean drop) {

    public static AccountSettings password(String password) {
        return new AccountSettings(password, null, null, null, false);
    }

    public static AccountSettings appPassword(String appPassword) {
        return new AccountSettings(null, appPassword, null, null, false);
    }

    public static AccountSettings policy(LoginPolicy policy) {
        return new AccountSettings(null, null, policy, null, false);
    }

    public AccountSettings withName(String newName) {
        return new AccountSettings(password, appPassword, policy, newName, drop);
    }

    /// And end the account's open connections, so that the change is noticed at once.
    public AccountSettings andDrop() {
        return new AccountSettings(password, appPassword, policy, name, true);
    }

    /// It holds passwords.
    @Override
    public String toString() {
        return "AccountSettings[policy=" + policy + ", drop=" + drop + "]";
    }
}
