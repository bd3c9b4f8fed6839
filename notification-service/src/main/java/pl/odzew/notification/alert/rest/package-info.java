/// The incidents of a seller as `/api/v1/notifications`, for the portal and for other programs of
/// the seller.
///
/// Receives requests of a signed-in seller; gives pages of incidents, newest first, and remembers which
/// he has seen.
@NullMarked
package pl.odzew.notification.alert.rest;

import org.jspecify.annotations.NullMarked;
