/// Publishes buyers' messages to `messages.mailbox`.
@NullMarked
package pl.odzew.mailbox.publication.kafka;

import org.jspecify.annotations.NullMarked;
