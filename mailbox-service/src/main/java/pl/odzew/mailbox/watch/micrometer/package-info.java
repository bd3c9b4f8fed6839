/// Counts mails and mailboxes for whoever runs the service.
@NullMarked
package pl.odzew.mailbox.watch.micrometer;

import org.jspecify.annotations.NullMarked;
