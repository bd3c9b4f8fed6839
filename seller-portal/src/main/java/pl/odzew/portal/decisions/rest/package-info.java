/// The client for what the pages of decisions show.
///
/// Receives calls of the pages; gives what the service answers.
@NullMarked
package pl.odzew.portal.decisions.rest;

import org.jspecify.annotations.NullMarked;
