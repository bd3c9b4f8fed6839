/// Counts mails for whoever runs the service.
///
/// Receives from the delivery what kind each mail was; gives the counts to the registry, which is all
/// that is ever told of a private mail.
@NullMarked
package pl.odzew.mailbox.watch.micrometer;

import org.jspecify.annotations.NullMarked;
