/// The incidents of a seller as `/api/v1/notifications`, for the portal and for other programs of the seller.
@NullMarked
package pl.odzew.notification.alert.rest;

import org.jspecify.annotations.NullMarked;
