/// What a mail server's refusal means: read from its own words by rule, and confirmed where the words leave doubt.
///
/// Receives [ServerRefusal] from whoever signed in ([pl.odzew.mailbox.watch], [pl.odzew.mailbox.sending] and the
/// seller's own tries), gives a [Verdict] to [pl.odzew.mailbox.connection]. Pure, and the only place that reads a
/// server's sentences; everybody else looks at the verdict's type.
@NullMarked
package pl.odzew.mailbox.refusal;

import org.jspecify.annotations.NullMarked;
