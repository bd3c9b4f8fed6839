/// What a seller must be told: an incident for each credential problem, opened once and closed once.
///
/// Receives notices about mailboxes and accounts from `intake`, and gives the decision what becomes of the incidents;
/// `delivery` writes the mails. Start with [AlertPolicy].
@NullMarked
package pl.odzew.notification.alert;

import org.jspecify.annotations.NullMarked;
