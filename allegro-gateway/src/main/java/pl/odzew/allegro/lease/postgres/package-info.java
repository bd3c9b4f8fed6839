/// Leases in PostgreSQL: a row for each replica, a replica and an epoch for each account, and one clock for all.
///
/// Receives the ticks of its own timer; gives leases to `messaging` and `replying`.
@NullMarked
package pl.odzew.allegro.lease.postgres;

import org.jspecify.annotations.NullMarked;
