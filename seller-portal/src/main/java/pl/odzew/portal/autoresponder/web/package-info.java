/// The pages of autoresponder.
///
/// Receives what the reader opens and sends; gives pages, and orders to the services.
@NullMarked
package pl.odzew.portal.autoresponder.web;

import org.jspecify.annotations.NullMarked;
