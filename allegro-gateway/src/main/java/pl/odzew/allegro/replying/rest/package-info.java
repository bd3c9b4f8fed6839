/// Sellers' files over responder-service's REST.
///
/// Receives references from `postgres`; gives the bytes, checked against size and digest.
@NullMarked
package pl.odzew.allegro.replying.rest;

import org.jspecify.annotations.NullMarked;
