/// Keeps the addresses that sellers gave.
///
/// Receives them and their proof from `rest`; gives them to it, and to `letter` the one that a link goes to.
@NullMarked
package pl.odzew.notification.verification.postgres;

import org.jspecify.annotations.NullMarked;
