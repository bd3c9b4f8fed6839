/// Whether Allegro lets us act for a seller: the consent, the tokens, the account that they open.
///
/// Receives the seller's consent from `rest` and what Allegro says of tokens from `oauth`; gives `messaging` and
/// `replying` access tokens and tells everybody of accounts that were linked, failed, recovered or went.
@NullMarked
package pl.odzew.allegro.authorization;

import org.jspecify.annotations.NullMarked;
