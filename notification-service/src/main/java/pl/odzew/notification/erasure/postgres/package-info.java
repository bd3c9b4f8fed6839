/// Finds all rows of a seller, to give or to delete them, and keeps how far requests have come.
///
/// Receives requests and answers from `rest` and `kafka`, in their transactions.
@NullMarked
package pl.odzew.notification.erasure.postgres;

import org.jspecify.annotations.NullMarked;
