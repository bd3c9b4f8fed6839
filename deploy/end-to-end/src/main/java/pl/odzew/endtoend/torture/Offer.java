package pl.odzew.endtoend.torture;

import java.time.Instant;
import pl.odzew.events.Channel;

/// A buyer who wrote.
///
/// @param key by which an answer is known: the masked local part, or the login at Allegro
/// @param correspondent through whom it goes
/// @param at when the buyer's first message was there
record Offer(String key, Channel channel, Correspondent correspondent, Instant at) {}
