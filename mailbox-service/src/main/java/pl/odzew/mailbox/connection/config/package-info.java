/// What the operator configures of mailboxes: providers' servers, and how patient we are with refusals.
///
/// Receives the configuration; gives the feature's plain classes, and the clock, to whoever in the
/// service asks for them.
@NullMarked
package pl.odzew.mailbox.connection.config;

import org.jspecify.annotations.NullMarked;
