/// Keeps a [pl.odzew.mailbox.watch.Watcher] for each mailbox on Vert.x's event loops.
@NullMarked
package pl.odzew.mailbox.watch.vertx;

import org.jspecify.annotations.NullMarked;
