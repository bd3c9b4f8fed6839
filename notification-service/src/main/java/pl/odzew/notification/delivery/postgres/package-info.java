/// Keeps the mails that are to leave: which is due, who is sending it, and what became of it.
@NullMarked
package pl.odzew.notification.delivery.postgres;

import org.jspecify.annotations.NullMarked;
