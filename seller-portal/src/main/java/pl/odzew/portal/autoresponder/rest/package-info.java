/// The client for what the pages of autoresponder show.
///
/// Receives calls of the pages; gives what the service answers.
@NullMarked
package pl.odzew.portal.autoresponder.rest;

import org.jspecify.annotations.NullMarked;
