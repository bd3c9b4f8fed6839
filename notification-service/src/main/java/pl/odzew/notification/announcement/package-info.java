/// Warning before it breaks: an operator tells all whom a coming change concerns, and reminds those who have not acted.
///
/// Receives texts and a segment from an operator, and asks the `projection` whom that concerns; gives mails to the mail
/// server at a steady rate, and a notification to each seller's board.
@NullMarked
package pl.odzew.notification.announcement;

import org.jspecify.annotations.NullMarked;
