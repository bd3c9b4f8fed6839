/// What must not be read or forged: secrets in the database, and links in mails that do one thing without signing in.
///
/// Receives keys from the operator by the leaf `tink`; gives sealed bytes and tokens to the features.
@NullMarked
package pl.odzew.notification.secret;

import org.jspecify.annotations.NullMarked;
