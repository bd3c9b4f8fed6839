/// The contact of a seller as `/api/v1/contact`.
@NullMarked
package pl.odzew.notification.contact.rest;

import org.jspecify.annotations.NullMarked;
