/// The client for what the pages of accounts show.
///
/// Receives calls of the pages; gives what the service answers.
@NullMarked
package pl.odzew.portal.accounts.rest;

import org.jspecify.annotations.NullMarked;
