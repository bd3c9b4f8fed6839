/// The client for what the pages of notifications show.
///
/// Receives calls of the pages; gives what the service answers.
@NullMarked
package pl.odzew.portal.notifications.rest;

import org.jspecify.annotations.NullMarked;
