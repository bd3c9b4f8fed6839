/// Keeps in PostgreSQL what unknown mails of Allegro's looked like.
///
/// Receives redacted mails from `watch`; gives them to the operator's resource. They go with their mailbox.
@NullMarked
package pl.odzew.mailbox.intake.postgres;

import org.jspecify.annotations.NullMarked;
