/// Which events concern a seller's warnings, and what they mean for them.
///
/// Receives the events of mailbox-service and allegro-gateway, and gives notices to `alert`.
@NullMarked
package pl.odzew.notification.intake;

import org.jspecify.annotations.NullMarked;
