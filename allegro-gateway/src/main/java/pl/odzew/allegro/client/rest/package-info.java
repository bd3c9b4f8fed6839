/// Allegro over HTTP: addresses, headers, and the answers in terms of `client`.
///
/// Receives responses from the REST clients of `authorization` and `messaging`; gives them their failures.
@NullMarked
package pl.odzew.allegro.client.rest;

import org.jspecify.annotations.NullMarked;
