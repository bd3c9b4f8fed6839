/// Keeps in PostgreSQL who works on which mailbox, and hears from it what other replicas have changed.
///
/// Receives heartbeats and hand-overs; gives leases, this replica's id to those whose statements compare it,
/// and notices of changed mailboxes to `watch`.
@NullMarked
package pl.odzew.mailbox.lease.postgres;

import org.jspecify.annotations.NullMarked;
