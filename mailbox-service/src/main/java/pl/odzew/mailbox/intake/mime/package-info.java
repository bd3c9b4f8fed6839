/// Takes mails apart with mime4j and jsoup, within bounds, and reads the recognisers' data.
///
/// Receives bytes that anybody may have sent; gives `ParsedMail` and `Recognisers` to the feature, or says that a
/// mail cannot be read.
@NullMarked
package pl.odzew.mailbox.intake.mime;

import org.jspecify.annotations.NullMarked;
