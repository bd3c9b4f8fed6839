/// The client for what the pages of mailboxes show.
///
/// Receives calls of the pages; gives what the service answers.
@NullMarked
package pl.odzew.portal.mailboxes.rest;

import org.jspecify.annotations.NullMarked;
