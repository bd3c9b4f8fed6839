/// `/api/v1/allegro-accounts`: what sellers see of their accounts and do to them.
///
/// Receives requests with a bearer token; gives JSON and RFC 9457 problems. Another seller's account is not found.
@NullMarked
package pl.odzew.allegro.authorization.rest;

import org.jspecify.annotations.NullMarked;
