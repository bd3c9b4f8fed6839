/// The Message Center over HTTP in `beta.v1`, by an interface kept by hand.
///
/// Receives threads and texts from `messaging` and `replying`; gives Allegro's JSON in their words.
@NullMarked
package pl.odzew.allegro.messaging.rest;

import org.jspecify.annotations.NullMarked;
