/// The pages of data.
///
/// Receives what the reader opens and sends; gives pages, and orders to the services.
@NullMarked
package pl.odzew.portal.data.web;

import org.jspecify.annotations.NullMarked;
