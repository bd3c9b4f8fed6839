/// Keeps the notifications with the number of their latest change, and tells every replica of changes.
///
/// Receives notifications in the transaction of what they tell; gives them to `rest`, and wakes its streams.
@NullMarked
package pl.odzew.notification.board.postgres;

import org.jspecify.annotations.NullMarked;
