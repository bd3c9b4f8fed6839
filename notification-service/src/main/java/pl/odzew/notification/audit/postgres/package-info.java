/// Keeps the entries of the audit.
///
/// Receives them in the caller's transaction; gives pages to `rest`.
@NullMarked
package pl.odzew.notification.audit.postgres;

import org.jspecify.annotations.NullMarked;
