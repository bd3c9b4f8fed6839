/// The pages of guide.
///
/// Receives what the reader opens and sends; gives pages, and orders to the services.
@NullMarked
package pl.odzew.portal.guide.web;

import org.jspecify.annotations.NullMarked;
