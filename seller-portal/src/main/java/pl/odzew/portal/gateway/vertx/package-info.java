/// The API's one origin, on Vert.x.
///
/// Receives requests below /api; gives them to the services with the caller's token and without his cookies.
@NullMarked
package pl.odzew.portal.gateway.vertx;

import org.jspecify.annotations.NullMarked;
