/// The words, for Qute.
///
/// Receives what templates ask for; gives it in the language of the request.
@NullMarked
package pl.odzew.portal.words.qute;

import org.jspecify.annotations.NullMarked;
