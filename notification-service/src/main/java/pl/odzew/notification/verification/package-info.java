/// What a seller settles about the mails he gets: addresses and their proof by a mailed link, the language, and what
/// he no longer wants to be written.
///
/// Receives wishes by `rest`, signed in or by a link in a mail; gives them to `contact`, and a mail with a link to
/// `delivery`.
@NullMarked
package pl.odzew.notification.verification;

import org.jspecify.annotations.NullMarked;
