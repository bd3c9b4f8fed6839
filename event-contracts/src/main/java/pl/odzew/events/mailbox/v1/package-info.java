/// The topic `mailbox.events`: what happens to a seller's mailbox, above all that its server refuses the password.
///
/// Written by mailbox-service; read by notification-service, responder-service and internal teams. Every event carries
/// the whole current state in [MailboxSnapshot], so that a projection can be rebuilt from the compacted topic.
@NullMarked
package pl.odzew.events.mailbox.v1;

import org.jspecify.annotations.NullMarked;
