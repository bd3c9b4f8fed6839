/// Keeps in PostgreSQL how far each mailbox has been read.
///
/// Receives a cursor when what lies before it is published; gives it back where a watch begins. A process
/// that has been relieved by another one moves no cursor.
@NullMarked
package pl.odzew.mailbox.watch.postgres;

import org.jspecify.annotations.NullMarked;
