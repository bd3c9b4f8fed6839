/// The topic `seller.events`: a seller asked to be erased, and which services have done so.
///
/// The request is written by notification-service, each answer by the service that erased.
@NullMarked
package pl.odzew.events.seller.v1;

import org.jspecify.annotations.NullMarked;
