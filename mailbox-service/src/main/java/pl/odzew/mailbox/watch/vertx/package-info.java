/// Keeps a [pl.odzew.mailbox.watch.Watcher] for each mailbox on Vert.x's event loops.
///
/// Receives the mailboxes at the start and every change of one from its lifecycle; gives timers and an
/// event loop to the watchers, their number by condition to the metrics, and whether this process watches
/// to the readiness check.
@NullMarked
package pl.odzew.mailbox.watch.vertx;

import org.jspecify.annotations.NullMarked;
