/// The pages of mailboxes.
///
/// Receives what the reader opens and sends; gives pages, and orders to the services.
@NullMarked
package pl.odzew.portal.mailboxes.web;

import org.jspecify.annotations.NullMarked;
