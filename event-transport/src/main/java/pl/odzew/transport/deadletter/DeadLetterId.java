package pl.odzew.transport.deadletter;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pl.odzew.events.catalogue.Topic;

/// Where a dead letter lies: its topic before it died, and its place in that topic's dead letters.
///
/// As text `topic~partition~offset`, which needs no escaping in a path.
public record DeadLetterId(Topic topic, int partition, long offset) {

    private static final Pattern TEXT = Pattern.compile("([a-z.]+)~(\\d{1,9})~(\\d{1,18})");

    public static Optional<DeadLetterId> parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        return Topic.named(parts.group(1))
                .map(topic ->
                        new DeadLetterId(topic, Integer.parseInt(parts.group(2)), Long.parseLong(parts.group(3))));
    }

    @Override
    public String toString() {
        return topic.wireName() + "~" + partition + "~" + offset;
    }
}
