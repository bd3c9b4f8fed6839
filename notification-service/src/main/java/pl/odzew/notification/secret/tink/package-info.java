/// Tink behind [pl.odzew.notification.secret.Vault].
///
/// Receives the keyset from a file that the operator mounts; gives authenticated encryption bound to a purpose or row.
@NullMarked
package pl.odzew.notification.secret.tink;

import org.jspecify.annotations.NullMarked;
