/// Makes the calls.
///
/// Receives due calls from `postgres`; gives them to the address that the seller named, and records what it answered.
@NullMarked
package pl.odzew.notification.webhook.http;

import org.jspecify.annotations.NullMarked;
