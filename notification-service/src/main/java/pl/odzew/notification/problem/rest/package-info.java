/// Errors as RFC 9457 has them.
///
/// Receives what the resources of all features throw, and gives problems to the callers.
@NullMarked
package pl.odzew.notification.problem.rest;

import org.jspecify.annotations.NullMarked;
