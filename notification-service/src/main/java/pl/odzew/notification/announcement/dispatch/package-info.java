/// The clockwork of announcements: begins them at their time, writes to one seller after the other at a steady rate,
/// and reminds.
///
/// Receives sellers from `postgres`; gives letters to the postman, and notifications to the board.
@NullMarked
package pl.odzew.notification.announcement.dispatch;

import org.jspecify.annotations.NullMarked;
