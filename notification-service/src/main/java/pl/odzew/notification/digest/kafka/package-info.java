/// Reads what became of replies.
///
/// Receives `replies.results`; gives problems to `postgres`, and a mail and a notification in the same transaction.
@NullMarked
package pl.odzew.notification.digest.kafka;

import org.jspecify.annotations.NullMarked;
