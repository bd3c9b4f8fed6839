/// Whose request it is.
///
/// Receives the caller's token from the resources of the other features, and gives them the seller that it names.
@NullMarked
package pl.odzew.notification.access.rest;

import org.jspecify.annotations.NullMarked;
