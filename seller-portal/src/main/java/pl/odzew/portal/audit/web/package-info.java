/// The pages of audit.
///
/// Receives what the reader opens and sends; gives pages, and orders to the services.
@NullMarked
package pl.odzew.portal.audit.web;

import org.jspecify.annotations.NullMarked;
