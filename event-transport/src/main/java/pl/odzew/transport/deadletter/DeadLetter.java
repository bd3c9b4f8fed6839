package pl.odzew.transport.deadletter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A record that a consumer of this service could not take. What the record says stays in the topic: it may
/// be a buyer's words.
///
/// @param eventId and `type` are absent where the record is no event
/// @param code why, to be counted; `cause` in the words of the failure
/// @param position where it stood in its topic, as `topic-partition@offset`
/// @param at when it was given up
/// @param taken whether it had its effect since, by a redelivery
public record DeadLetter(
        DeadLetterId id,
        String topic,
        String consumer,
        @Nullable String eventId,
        @Nullable String type,
        String key,
        String code,
        String cause,
        String position,
        Instant at,
        boolean taken) {}
