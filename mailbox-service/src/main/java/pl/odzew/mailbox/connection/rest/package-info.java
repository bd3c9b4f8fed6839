/// `/api/v1/mailboxes`: a seller connects, repairs, checks and takes away his mailboxes.
///
/// A password is tried at both servers before it is saved; a refusal comes back in the server's own words.
@NullMarked
package pl.odzew.mailbox.connection.rest;

import org.jspecify.annotations.NullMarked;
