/// Takes in which replies are wanted and which are not wanted any more; nothing is sent here.
@NullMarked
package pl.odzew.mailbox.sending.kafka;

import org.jspecify.annotations.NullMarked;
