/// Keeps in PostgreSQL how far each mailbox has been read.
@NullMarked
package pl.odzew.mailbox.watch.postgres;

import org.jspecify.annotations.NullMarked;
