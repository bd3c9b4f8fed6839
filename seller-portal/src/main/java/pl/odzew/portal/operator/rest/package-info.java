/// The clients for what the pages of operator show.
///
/// Receives calls of the pages; gives what the services answer.
@NullMarked
package pl.odzew.portal.operator.rest;

import org.jspecify.annotations.NullMarked;
