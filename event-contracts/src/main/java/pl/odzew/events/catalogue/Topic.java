package pl.odzew.events.catalogue;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The topics of Odzew. Their names are fixed: other teams build on them.
public enum Topic {
    MAILBOX_EVENTS("mailbox.events", Key.MAILBOX, new Keeping.Compacted(Duration.ofDays(30))),
    ALLEGRO_ACCOUNT_EVENTS("allegro.account.events", Key.ACCOUNT, new Keeping.Compacted(Duration.ofDays(30))),
    MESSAGES_MAILBOX("messages.mailbox", Key.CONVERSATION, new Keeping.For(Duration.ofDays(7))),
    MESSAGES_ALLEGRO("messages.allegro", Key.CONVERSATION, new Keeping.For(Duration.ofDays(7))),
    REPLIES_REQUESTED("replies.requested", Key.CONVERSATION, new Keeping.For(Duration.ofDays(7))),
    REPLIES_RESULTS("replies.results", Key.CONVERSATION, new Keeping.For(Duration.ofDays(7))),
    AUTORESPONDER_SETTINGS("autoresponder.settings", Key.SELLER, new Keeping.Compacted(Duration.ZERO)),
    SELLER_EVENTS("seller.events", Key.SELLER, new Keeping.For(Duration.ofDays(30)));

    /// What the records of a topic are keyed by, and so what they are ordered by.
    public enum Key {
        MAILBOX,
        ACCOUNT,
        CONVERSATION,
        SELLER
    }

    /// How long a topic remembers.
    public sealed interface Keeping {

        /// Everything for a time.
        record For(Duration retention) implements Keeping {}

        /// The newest of each key for ever, and all history for at least `minimumLag`.
        record Compacted(Duration minimumLag) implements Keeping {}
    }

    /// Who may read a topic.
    public sealed interface Readers {

        /// Every team of the house.
        record Everybody() implements Readers {}

        /// These alone, since a buyer's words or words for a buyer stand in it.
        record Only(Set<Service> services) implements Readers {
            public Only {
                services = Set.copyOf(services);
            }
        }
    }

    /// Kafka deletes and compacts closed segments only, so a segment may not stay open for longer.
    private static final Duration SEGMENT = Duration.ofDays(1);

    private static final Duration MAXIMUM_COMPACTION_LAG = Duration.ofDays(31);
    private static final Duration DEAD_LETTER_RETENTION = Duration.ofDays(30);
    private static final String DEAD_LETTER_SUFFIX = ".dlq";

    private final String wireName;
    private final Key key;
    private final Keeping keeping;

    Topic(String wireName, Key key, Keeping keeping) {
        this.wireName = wireName;
        this.key = key;
        this.keeping = keeping;
    }

    public String wireName() {
        return wireName;
    }

    public Key key() {
        return key;
    }

    public Keeping keeping() {
        return keeping;
    }

    /// The services that write it; nobody else may.
    public Set<Service> writers() {
        return switch (this) {
            case MAILBOX_EVENTS, MESSAGES_MAILBOX -> EnumSet.of(Service.MAILBOX_SERVICE);
            case ALLEGRO_ACCOUNT_EVENTS, MESSAGES_ALLEGRO -> EnumSet.of(Service.ALLEGRO_GATEWAY);
            case REPLIES_REQUESTED, AUTORESPONDER_SETTINGS -> EnumSet.of(Service.RESPONDER_SERVICE);
            case REPLIES_RESULTS -> EnumSet.of(Service.MAILBOX_SERVICE, Service.ALLEGRO_GATEWAY);
            case SELLER_EVENTS -> EnumSet.allOf(Service.class);
        };
    }

    /// The readers of the dead letters are the same.
    public Readers readers() {
        return switch (this) {
            case MESSAGES_MAILBOX, MESSAGES_ALLEGRO -> new Readers.Only(EnumSet.of(Service.RESPONDER_SERVICE));
            case REPLIES_REQUESTED -> new Readers.Only(EnumSet.of(Service.MAILBOX_SERVICE, Service.ALLEGRO_GATEWAY));
            case MAILBOX_EVENTS, ALLEGRO_ACCOUNT_EVENTS, REPLIES_RESULTS, AUTORESPONDER_SETTINGS, SELLER_EVENTS ->
                new Readers.Everybody();
        };
    }

    /// The topic's configuration in Kafka's own words; durations in milliseconds.
    public Map<String, String> configuration() {
        var configuration = new LinkedHashMap<String, String>();
        configuration.put("segment.ms", millis(SEGMENT));
        switch (keeping) {
            case Keeping.For(Duration retention) -> {
                configuration.put("cleanup.policy", "delete");
                configuration.put("retention.ms", millis(retention));
            }
            case Keeping.Compacted(Duration minimumLag) -> {
                configuration.put("cleanup.policy", "compact");
                configuration.put("min.compaction.lag.ms", millis(minimumLag));
                configuration.put("max.compaction.lag.ms", millis(MAXIMUM_COMPACTION_LAG));
            }
        }
        return Map.copyOf(configuration);
    }

    /// Where records of this topic go that a consumer cannot take.
    public String deadLetterTopic() {
        return wireName + DEAD_LETTER_SUFFIX;
    }

    /// Buyers' words are forgotten as soon in the dead letters as in the topic itself.
    public Map<String, String> deadLetterConfiguration() {
        Duration retention = switch (this) {
            case MESSAGES_MAILBOX, MESSAGES_ALLEGRO, REPLIES_REQUESTED -> Duration.ofDays(7);
            case MAILBOX_EVENTS, ALLEGRO_ACCOUNT_EVENTS, REPLIES_RESULTS, AUTORESPONDER_SETTINGS, SELLER_EVENTS ->
                DEAD_LETTER_RETENTION;
        };
        return Map.of("cleanup.policy", "delete", "segment.ms", millis(SEGMENT), "retention.ms", millis(retention));
    }

    public static Optional<Topic> named(String wireName) {
        requireNonNull(wireName, "wireName is null");
        return Arrays.stream(values())
                .filter(topic -> topic.wireName.equals(wireName))
                .findFirst();
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
