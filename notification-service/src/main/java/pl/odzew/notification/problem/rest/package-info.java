/// What all resources share: whose request it is, and errors as RFC 9457 problems.
@NullMarked
package pl.odzew.notification.rest;

import org.jspecify.annotations.NullMarked;
