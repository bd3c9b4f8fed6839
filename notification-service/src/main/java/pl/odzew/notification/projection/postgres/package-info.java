/// Keeps the projection: the newest state of each mailbox, account and seller's settings.
///
/// Receives snapshots in the caller's transaction; older ones change nothing.
@NullMarked
package pl.odzew.notification.projection.postgres;

import org.jspecify.annotations.NullMarked;
