/// The clients for what the pages of data show.
///
/// Receives calls of the pages; gives what the services answer.
@NullMarked
package pl.odzew.portal.data.rest;

import org.jspecify.annotations.NullMarked;
