/// The pages of notifications.
///
/// Receives what the reader opens and sends; gives pages, and orders to the services.
@NullMarked
package pl.odzew.portal.notifications.web;

import org.jspecify.annotations.NullMarked;
