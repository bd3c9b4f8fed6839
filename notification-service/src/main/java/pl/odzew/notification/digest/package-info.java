/// Replies that a person should look at, told as one digest.
///
/// Receives what became of replies from `replies.results`; gives a mail at most once a day, and a notification.
@NullMarked
package pl.odzew.notification.digest;

import org.jspecify.annotations.NullMarked;
