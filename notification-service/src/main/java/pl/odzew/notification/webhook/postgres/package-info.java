/// Keeps where sellers' programs are called, and the calls.
///
/// Receives addresses from `rest`, calls by a trigger of the notifications; gives due calls to `http`.
@NullMarked
package pl.odzew.notification.webhook.postgres;

import org.jspecify.annotations.NullMarked;
