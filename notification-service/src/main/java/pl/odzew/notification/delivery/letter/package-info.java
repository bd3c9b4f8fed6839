/// The words of the mails, by Qute from `templates/mails`, with the sentences of each language in `messages`.
///
/// Receives incidents and a language from `delivery.dispatch`, and gives a letter in text and HTML.
@NullMarked
package pl.odzew.notification.delivery.letter;

import org.jspecify.annotations.NullMarked;
