/// Shows operators what mails of Allegro's looked like that nobody recognised, so that a recogniser can be
/// written.
///
/// Receives requests of people with the role `operator`; gives redacted mails.
@NullMarked
package pl.odzew.mailbox.intake.rest;

import org.jspecify.annotations.NullMarked;
