/// The pages of home.
///
/// Receives what the reader opens and sends; gives pages, and orders to the services.
@NullMarked
package pl.odzew.portal.home.web;

import org.jspecify.annotations.NullMarked;
