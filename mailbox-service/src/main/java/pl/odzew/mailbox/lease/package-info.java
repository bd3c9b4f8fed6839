/// Which replica works on which mailbox, so that the service grows by adding replicas.
///
/// Receives the replica's regular turns from `watch`; gives it the mailboxes to begin with and to leave, and to
/// everything that writes or sends a [pl.odzew.mailbox.lease.Lease], which the database compares before it
/// believes.
@NullMarked
package pl.odzew.mailbox.lease;

import org.jspecify.annotations.NullMarked;
