/// Allegro's OAuth endpoints and the two profile resources, over HTTP.
///
/// Receives codes and tokens from `postgres`; gives what Allegro answered in the words of `authorization`.
@NullMarked
package pl.odzew.allegro.authorization.oauth;

import org.jspecify.annotations.NullMarked;
