/// Addresses that take no mail, for operators as `/api/v1/operator/notification-service/suppressions`.
///
/// Receives bounces; gives the list to operators, who may take an address off it.
@NullMarked
package pl.odzew.notification.contact.rest;

import org.jspecify.annotations.NullMarked;
