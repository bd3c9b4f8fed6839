package pl.odzew.transport.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/// What stands in the headers of a dead letter beside those that the record had.
public final class DeadLetterHeaders {

    public static final String CONSUMER = "odzew-dlq-consumer";
    public static final String CODE = "odzew-dlq-code";
    public static final String CAUSE = "odzew-dlq-cause";

    /// Where the record stood: `topic-partition@offset`.
    public static final String POSITION = "odzew-dlq-position";

    private static final String PREFIX = "odzew-dlq-";
    private static final Pattern PLACE = Pattern.compile("(.+)-(\\d{1,9})@(\\d{1,18})");

    private DeadLetterHeaders() {}

    /// The header's value; empty where the letter has none.
    public static String value(ConsumerRecord<String, byte[]> letter, String name) {
        return Optional.ofNullable(letter.headers().lastHeader(name))
                .map(Header::value)
                .map(bytes -> new String(bytes, UTF_8))
                .orElse("");
    }

    /// The record that became this letter, at the place where it stood.
    ///
    /// @throws IllegalArgumentException where the letter does not say where that was
    public static ConsumerRecord<String, byte[]> asItWas(ConsumerRecord<String, byte[]> letter) {
        Matcher place = PLACE.matcher(value(letter, POSITION));
        if (!place.matches()) {
            throw new IllegalArgumentException("the letter does not say where it stood");
        }
        var headers = new RecordHeaders();
        for (Header header : letter.headers()) {
            if (!header.key().startsWith(PREFIX)) {
                headers.add(header);
            }
        }
        return new ConsumerRecord<>(
                place.group(1),
                Integer.parseInt(place.group(2)),
                Long.parseLong(place.group(3)),
                letter.timestamp(),
                TimestampType.CREATE_TIME,
                ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE,
                letter.key(),
                letter.value(),
                headers,
                Optional.empty());
    }
}
