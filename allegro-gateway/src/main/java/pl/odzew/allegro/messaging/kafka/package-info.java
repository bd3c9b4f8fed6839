/// Asks Allegro for each account in its turn and publishes what is new.
///
/// Receives threads and messages through [pl.odzew.allegro.messaging.MessageCenter]; gives events to the topic
/// `messages.allegro`, and then tells `postgres` what is settled.
@NullMarked
package pl.odzew.allegro.messaging.kafka;

import org.jspecify.annotations.NullMarked;
