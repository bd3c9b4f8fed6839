/// Giving a seller all that is kept of him, and forgetting him in every service.
///
/// Receives the wish from the seller and the answers of the services from `seller.events`; gives the request to all of
/// them, forgets its own part, and keeps a proof that names nobody.
@NullMarked
package pl.odzew.notification.erasure;

import org.jspecify.annotations.NullMarked;
