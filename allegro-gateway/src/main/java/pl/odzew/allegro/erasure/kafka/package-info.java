/// The topic `seller.events`.
///
/// Receives `seller.erasure-requested`; gives it to `postgres`.
@NullMarked
package pl.odzew.allegro.erasure.kafka;

import org.jspecify.annotations.NullMarked;
