/// The public guide to app passwords, and which of its steps lead out of which refusal.
///
/// Receives a mail server's reason from mailboxes; gives the steps to whoever stands before the password field.
@NullMarked
package pl.odzew.portal.guide;

import org.jspecify.annotations.NullMarked;
