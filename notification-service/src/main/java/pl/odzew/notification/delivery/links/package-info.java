/// Where the links of mails lead that this service answers itself.
///
/// Receives the address from the operator; gives [pl.odzew.notification.delivery.Links] to the writers of letters.
@NullMarked
package pl.odzew.notification.delivery.links;

import org.jspecify.annotations.NullMarked;
