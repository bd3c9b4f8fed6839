/// The clockwork of the delivery: looks for mails that are due, has them written and posted, and records the outcome.
@NullMarked
package pl.odzew.notification.delivery.dispatch;

import org.jspecify.annotations.NullMarked;
