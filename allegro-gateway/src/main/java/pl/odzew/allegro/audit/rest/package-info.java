/// `/api/v1/audit/allegro-gateway`: what was changed for the seller who asks.
///
/// Receives requests with a bearer token; gives pages of entries.
@NullMarked
package pl.odzew.allegro.audit.rest;

import org.jspecify.annotations.NullMarked;
