/// The pages of decisions.
///
/// Receives what the reader opens and sends; gives pages, and orders to the services.
@NullMarked
package pl.odzew.portal.decisions.web;

import org.jspecify.annotations.NullMarked;
