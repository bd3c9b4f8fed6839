/// The service as a whole, on a real broker, a real database and a mail server that behaves like Gmail.
@NullMarked
package pl.odzew.mailbox.story;

import org.jspecify.annotations.NullMarked;
