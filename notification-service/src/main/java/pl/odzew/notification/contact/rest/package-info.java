/// The contact of a seller as `/api/v1/contact`.
///
/// Receives the language that a signed-in seller wants; gives it back with the address to which
/// warnings go.
@NullMarked
package pl.odzew.notification.contact.rest;

import org.jspecify.annotations.NullMarked;
