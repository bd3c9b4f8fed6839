/// The pages of operator.
///
/// Receives what the reader opens and sends; gives pages, and orders to the services.
@NullMarked
package pl.odzew.portal.operator.web;

import org.jspecify.annotations.NullMarked;
