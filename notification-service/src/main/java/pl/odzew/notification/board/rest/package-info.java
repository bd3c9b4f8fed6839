/// The notifications of a seller as `/api/v1/notifications`, and their changes as a stream of server-sent events.
///
/// Receives requests of a signed-in seller; gives pages, newest first, and what changes from then on, and remembers
/// what he has seen.
@NullMarked
package pl.odzew.notification.board.rest;

import org.jspecify.annotations.NullMarked;
