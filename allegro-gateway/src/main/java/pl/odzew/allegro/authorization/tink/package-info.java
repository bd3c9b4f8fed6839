/// Tink behind [pl.odzew.allegro.authorization.Vault].
///
/// Receives the keyset from a file that the operator mounts; gives authenticated encryption bound to a row.
@NullMarked
package pl.odzew.allegro.authorization.tink;

import org.jspecify.annotations.NullMarked;
