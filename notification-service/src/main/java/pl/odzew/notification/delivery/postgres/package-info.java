/// Keeps the mails that are to leave: which is due, who is sending it, and what became of it.
///
/// Receives wanted mails from `intake`, in the transaction of their incident, and outcomes from
/// `dispatch`; gives it what is due.
@NullMarked
package pl.odzew.notification.delivery.postgres;

import org.jspecify.annotations.NullMarked;
