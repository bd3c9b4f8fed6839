/// Writes the mail of an announcement: the operator's words, and which of the seller's mailboxes they are about.
///
/// Receives an announcement and a seller from `dispatch`; gives it a letter.
@NullMarked
package pl.odzew.notification.announcement.letter;

import org.jspecify.annotations.NullMarked;
