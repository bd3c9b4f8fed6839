package pl.odzew.allegro.lease;

/// Another replica works for the account now: stop, it goes on there.
public final class LeaseLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LeaseLostException(Lease lease) {
        super("accountId=" + lease.account() + " epoch=" + lease.epoch());
    }
}
