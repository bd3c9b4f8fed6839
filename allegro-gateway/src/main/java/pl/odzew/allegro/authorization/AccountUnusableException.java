package pl.odzew.allegro.authorization;

import pl.odzew.events.AccountId;

/// The account cannot be used until its seller acts: it is unlinked or must be linked again. Stop, do not try again.
public final class AccountUnusableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// Which of the two it is.
    public enum Code {
        UNLINKED,
        AUTH_FAILED
    }

    private final Code code;

    public AccountUnusableException(Code code, AccountId account) {
        super(code + " accountId=" + account);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}
