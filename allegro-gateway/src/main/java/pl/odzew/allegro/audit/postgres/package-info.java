/// The audit in PostgreSQL.
///
/// Receives entries within the transaction of the change; gives pages of them, newest first.
@NullMarked
package pl.odzew.allegro.audit.postgres;

import org.jspecify.annotations.NullMarked;
