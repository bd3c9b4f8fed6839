/// Keeps announcements and who gets them, and asks the projection whom they concern.
///
/// Receives them from `rest`; gives `dispatch` one seller after the other.
@NullMarked
package pl.odzew.notification.announcement.postgres;

import org.jspecify.annotations.NullMarked;
