/// Keeps in PostgreSQL what is to be sent, and writes each result to the outbox in the transaction of the state.
@NullMarked
package pl.odzew.mailbox.sending.postgres;

import org.jspecify.annotations.NullMarked;
