/// Sends replies through the seller's own SMTP server, each at most once.
///
/// Receives `reply.requested` and `reply.withdrawn` through `kafka`, which stores an [Intent] and no more; gives mails
/// to [MailTransport], results to the outbox (in `postgres`, in the transaction of the state), and refused sign-ins to
/// [pl.odzew.mailbox.connection]. [ReplySender] carries out, [Settlement] says how an attempt ended.
@NullMarked
package pl.odzew.mailbox.sending;

import org.jspecify.annotations.NullMarked;
