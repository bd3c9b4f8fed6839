/// Building the projection anew, for operators.
///
/// Receives their wish; gives the number of records that were read.
@NullMarked
package pl.odzew.notification.projection.rest;

import org.jspecify.annotations.NullMarked;
