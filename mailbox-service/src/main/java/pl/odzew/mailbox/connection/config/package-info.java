/// What the operator configures of mailboxes: providers' servers, and how patient we are with refusals.
@NullMarked
package pl.odzew.mailbox.connection.config;

import org.jspecify.annotations.NullMarked;
