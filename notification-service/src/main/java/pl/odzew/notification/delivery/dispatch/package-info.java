/// The clockwork of the delivery: looks for mails that are due, has them written and posted, and records
/// the outcome.
///
/// Receives due mails from `postgres`; gives them to `letter` to be written and to the postman to be
/// handed over.
@NullMarked
package pl.odzew.notification.delivery.dispatch;

import org.jspecify.annotations.NullMarked;
