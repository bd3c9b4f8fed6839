/// Accounts, tokens and attempts to link in PostgreSQL, and the transactions in which they change.
///
/// Receives sellers' wishes from `rest` and failures of calls; gives access tokens, and events through the outbox in
/// the transaction that changes the account.
@NullMarked
package pl.odzew.allegro.authorization.postgres;

import org.jspecify.annotations.NullMarked;
