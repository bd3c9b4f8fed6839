/// Which replica works for which account, so that none is asked or answered by two.
///
/// Receives heartbeats of the replicas; gives `messaging` and `replying` leases, whose epoch every write and send
/// names.
@NullMarked
package pl.odzew.allegro.lease;

import org.jspecify.annotations.NullMarked;
