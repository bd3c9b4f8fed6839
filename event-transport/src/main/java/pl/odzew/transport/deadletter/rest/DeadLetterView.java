package pl.odzew.transport.deadletter.rest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pl.odzew.transport.deadletter.DeadLetter;

/// @param id what a redelivery is asked for by
/// @param position where the record stood in its topic, as `topic-partition@offset`
/// @param taken whether it has had its effect since
record DeadLetterView(
        String id,
        String topic,
        String consumer,
        @Nullable String eventId,
        @Nullable String type,
        String key,
        String code,
        String cause,
        String position,
        Instant at,
        boolean taken) {

    static DeadLetterView of(DeadLetter letter) {
        return new DeadLetterView(
                letter.id().toString(),
                letter.topic(),
                letter.consumer(),
                letter.eventId(),
                letter.type(),
                letter.key(),
                letter.code(),
                letter.cause(),
                letter.position(),
                letter.at(),
                letter.taken());
    }
}
