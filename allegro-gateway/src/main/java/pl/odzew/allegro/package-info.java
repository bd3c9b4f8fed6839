/// allegro-gateway: Allegro's Message Center and Odzew's topics, each told in the other's words.
///
/// Receives sellers' consent, buyers' messages (by asking Allegro) and `reply.requested`; gives `message.received`,
/// `allegro.account.*`, `reply.*` and, to Allegro, the replies. Start reading with `messaging`.
@NullMarked
package pl.odzew.allegro;

import org.jspecify.annotations.NullMarked;
