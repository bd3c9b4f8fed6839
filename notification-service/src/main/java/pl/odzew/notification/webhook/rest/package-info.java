/// The webhook of a seller as `/api/v1/webhook`.
///
/// Receives an address; gives the secret once, and says how it goes.
@NullMarked
package pl.odzew.notification.webhook.rest;

import org.jspecify.annotations.NullMarked;
