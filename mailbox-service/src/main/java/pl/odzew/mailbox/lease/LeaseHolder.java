package pl.odzew.mailbox.lease;

import java.util.List;
import java.util.concurrent.CompletionStage;

/// Works on the mailboxes whose leases this replica holds.
public interface LeaseHolder {

    /// Begins; fails where it cannot, and then has begun with none of them for certain, so that it is asked
    /// again.
    CompletionStage<Void> begin(List<Lease> leases);

    /// Stops; ends when nothing is under way any more, or lasts too long to be awaited. Must bear to be told
    /// twice.
    CompletionStage<Void> stop(List<Lease> leases);

    /// Up to so many whose loss costs least, best first.
    List<Lease> spare(int count);
}
