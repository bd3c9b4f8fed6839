/// Asks DNS what a domain says of its mail.
///
/// Receives names from [pl.odzew.mailbox.connection.DnsServerFinder]; gives the records, or none where nobody answers.
@NullMarked
package pl.odzew.mailbox.connection.dns;

import org.jspecify.annotations.NullMarked;
