/// Tells whoever runs the service how the mailboxes are.
///
/// Receives counts from [pl.odzew.mailbox.connection.MailboxCounts]; gives them to `/q/health`.
@NullMarked
package pl.odzew.mailbox.connection.health;

import org.jspecify.annotations.NullMarked;
