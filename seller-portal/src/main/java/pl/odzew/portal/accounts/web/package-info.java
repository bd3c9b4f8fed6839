/// The pages of accounts.
///
/// Receives what the reader opens and sends; gives pages, and orders to the services.
@NullMarked
package pl.odzew.portal.accounts.web;

import org.jspecify.annotations.NullMarked;
