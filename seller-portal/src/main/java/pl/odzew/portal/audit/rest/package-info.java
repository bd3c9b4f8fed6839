/// The clients for what the pages of audit show.
///
/// Receives calls of the pages; gives what the services answer.
@NullMarked
package pl.odzew.portal.audit.rest;

import org.jspecify.annotations.NullMarked;
