/// What every call to Allegro has in common: how it fails, and how often a seller may write.
///
/// Receives answers from `rest` in HTTP's words; gives `authorization`, `messaging` and `replying` the two families of
/// failures between which they decide.
@NullMarked
package pl.odzew.allegro.client;

import org.jspecify.annotations.NullMarked;
