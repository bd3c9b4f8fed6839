/// Speaks with Google's OAuth endpoints.
///
/// Receives codes and refresh tokens from [pl.odzew.mailbox.connection.GoogleSignIn]'s callers; gives tokens, of which
/// none is logged. Without a client of the operator's own nothing is ever asked.
@NullMarked
package pl.odzew.mailbox.connection.google;

import org.jspecify.annotations.NullMarked;
