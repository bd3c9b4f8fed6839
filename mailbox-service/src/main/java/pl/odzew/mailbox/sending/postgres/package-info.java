/// Keeps in PostgreSQL what is to be sent, and writes each result to the outbox in the transaction of
/// the state.
///
/// Receives intents from `kafka`, claims and outcomes from the sender, and returned mails from `watch`;
/// gives the sender what is due.
@NullMarked
package pl.odzew.mailbox.sending.postgres;

import org.jspecify.annotations.NullMarked;
