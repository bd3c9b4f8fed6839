/// The clients for what the pages of contact show.
///
/// Receives calls of the pages; gives what the services answer.
@NullMarked
package pl.odzew.portal.contact.rest;

import org.jspecify.annotations.NullMarked;
