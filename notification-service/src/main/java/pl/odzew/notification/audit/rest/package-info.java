/// The audit as `/api/v1/audit/notification-service` for sellers, and for operators as
/// `/api/v1/operator/notification-service/audit`.
///
/// Receives requests; gives pages, newest first.
@NullMarked
package pl.odzew.notification.audit.rest;

import org.jspecify.annotations.NullMarked;
