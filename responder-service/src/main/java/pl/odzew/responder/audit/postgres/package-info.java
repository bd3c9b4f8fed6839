/// Changes in the database.
///
/// Receives entries; gives them back page by page.
@NullMarked
package pl.odzew.responder.audit.postgres;

import org.jspecify.annotations.NullMarked;
