/// Sets the senders going: one at most for each mailbox, woken by new replies, by recoveries and by the clock.
@NullMarked
package pl.odzew.mailbox.sending.vertx;

import org.jspecify.annotations.NullMarked;
