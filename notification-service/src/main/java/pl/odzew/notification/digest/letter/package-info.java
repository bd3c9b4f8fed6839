/// Writes the digest.
///
/// Receives what a mail tells from `postgres`; gives a letter to `delivery`.
@NullMarked
package pl.odzew.notification.digest.letter;

import org.jspecify.annotations.NullMarked;
