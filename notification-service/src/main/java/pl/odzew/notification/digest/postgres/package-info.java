/// Keeps problems with replies, and how many have failed in a row.
///
/// Receives findings from `kafka`, in its transaction; gives them to `letter`.
@NullMarked
package pl.odzew.notification.digest.postgres;

import org.jspecify.annotations.NullMarked;
