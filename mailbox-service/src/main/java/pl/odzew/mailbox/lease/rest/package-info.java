/// Shows operators which replica works on how many mailboxes.
///
/// Receives requests of people with the role `operator`; gives the distribution as the database knows it.
@NullMarked
package pl.odzew.mailbox.lease.rest;

import org.jspecify.annotations.NullMarked;
