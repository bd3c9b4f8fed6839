/// The contact of a seller as `/api/v1/contact`, and the plain pages behind the links of mails.
///
/// Receives wishes of a signed-in seller, or of whoever holds a link; gives back what holds from then on.
@NullMarked
package pl.odzew.notification.verification.rest;

import org.jspecify.annotations.NullMarked;
