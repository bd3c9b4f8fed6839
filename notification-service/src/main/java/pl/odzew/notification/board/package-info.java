/// What a seller sees in the portal: notifications, which of them are unread, and a stream of their changes.
///
/// Receives incidents, digests and announcements from the features that make them; gives pages and a stream to the
/// seller's programs.
@NullMarked
package pl.odzew.notification.board;

import org.jspecify.annotations.NullMarked;
