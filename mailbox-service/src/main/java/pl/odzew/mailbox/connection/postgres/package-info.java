/// Keeps mailboxes in PostgreSQL: the state as a row, its changes in the outbox, one transaction for both.
///
/// Passwords are encrypted before they get here into a row, bound to the row's id, so that neither a dump nor a swapped
/// column gives one away.
@NullMarked
package pl.odzew.mailbox.connection.postgres;

import org.jspecify.annotations.NullMarked;
