/// What a seller is told outside the pages, and where.
///
/// Receives what notification-service tells; gives it to the pages.
@NullMarked
package pl.odzew.portal.notifications;

import org.jspecify.annotations.NullMarked;
