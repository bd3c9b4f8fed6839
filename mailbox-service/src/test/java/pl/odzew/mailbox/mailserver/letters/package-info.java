/// Who writes to sellers: buyers through Allegro, Allegro itself, and everybody whom we must not answer.
///
/// Receives: words from a test or the demo. Gives: letters in RFC 5322, in the shapes that
/// Allegro's and other mails have.
@NullMarked
package pl.odzew.mailbox.mailserver.letters;

import org.jspecify.annotations.NullMarked;
