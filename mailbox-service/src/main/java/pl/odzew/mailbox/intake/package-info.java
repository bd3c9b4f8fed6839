/// What a mail is: a buyer's, a returned reply of ours, or nobody's business.
///
/// Receives raw mails from `watch`; gives a `Reading` back, from which the watch publishes `message.received` or
/// counts. Only a mail whose sender the provider itself verified, and that a recogniser knows, is a buyer's; of any
/// other nothing leaves. How mails are taken apart is the leaf `mime`; what Allegro's mails look like is data.
@NullMarked
package pl.odzew.mailbox.intake;

import org.jspecify.annotations.NullMarked;
