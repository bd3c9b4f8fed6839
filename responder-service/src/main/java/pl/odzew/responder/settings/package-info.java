/// What a seller set for each mailbox and Allegro account, and which mailbox belongs to which account.
///
/// Receives mailboxes and accounts from their services' events and settings from the seller; gives both to `decision`
/// and `answering` as values.
@NullMarked
package pl.odzew.responder.settings;

import org.jspecify.annotations.NullMarked;
