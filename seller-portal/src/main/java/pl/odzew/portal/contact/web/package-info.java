/// The pages of contact.
///
/// Receives what the reader opens and sends; gives pages, and orders to the services.
@NullMarked
package pl.odzew.portal.contact.web;

import org.jspecify.annotations.NullMarked;
