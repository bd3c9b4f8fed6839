/// What the events have told of mailboxes, accounts and settings, so that one can ask whom something concerns.
///
/// Receives events, as they come or all anew from the topics; gives its tables to those who ask.
@NullMarked
package pl.odzew.notification.projection;

import org.jspecify.annotations.NullMarked;
