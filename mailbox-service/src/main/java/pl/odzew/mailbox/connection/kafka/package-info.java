/// Takes in what other services say of sellers and of their Allegro accounts.
///
/// Receives `allegro.account.events` from allegro-gateway and `seller.events` from notification-service; gives both to
/// `postgres`, in the transaction of the inbox.
@NullMarked
package pl.odzew.mailbox.connection.kafka;

import org.jspecify.annotations.NullMarked;
