package pl.odzew.events.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What the catalogue says of topics and types in people's words; of types it is what stands above their records.
final class Described {

    private static final Path SOURCES = Path.of("src/main/java");

    private Described() {}

    /// The first paragraph above the record, without the name of the type.
    static String type(EventType type) {
        Path source = SOURCES.resolve(type.record().getName().replace('.', '/') + ".java");
        try {
            List<String> lines = Files.readAllLines(source, UTF_8);
            String text = lines.stream()
                    .dropWhile(line -> !line.startsWith("///"))
                    .takeWhile(line -> line.startsWith("///") && !line.equals("///"))
                    .map(line -> line.substring(3).strip())
                    .collect(joining(" "));
            String sentence = text.replaceFirst("^`[^`]+`: ", "")
                    .replaceAll("\\[([^]]+)]", "$1")
                    .replace("`", "");
            return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String topic(Topic topic) {
        return switch (topic) {
            case MAILBOX_EVENTS -> "Every change of a mailbox: connected, locked out, recovered, gone.";
            case ALLEGRO_ACCOUNT_EVENTS -> "Every change of a linked Allegro account.";
            case MESSAGES_MAILBOX -> "What buyers wrote, as found in mailboxes, and what persons answered them.";
            case MESSAGES_ALLEGRO -> "What buyers wrote through Allegro, and what persons answered them.";
            case REPLIES_REQUESTED -> "Replies that are to be sent, and those that are asked back.";
            case REPLIES_RESULTS -> "What became of replies.";
            case AUTORESPONDER_SETTINGS -> "A seller's whole settings, whenever they change.";
            case SELLER_EVENTS -> "That a seller is to be forgotten, and each service that has forgotten him.";
        };
    }

    static String personalData(Topic topic) {
        return switch (topic) {
            case MAILBOX_EVENTS -> "The seller's address. Erasing a seller leaves a tombstone for each mailbox.";
            case ALLEGRO_ACCOUNT_EVENTS ->
                "The seller's login and addresses. Erasing a seller leaves a tombstone for each account.";
            case MESSAGES_MAILBOX, MESSAGES_ALLEGRO ->
                "A buyer's login or masked address, and his words. Forgotten after a week.";
            case REPLIES_REQUESTED -> "A buyer's masked address, and words for him. Forgotten after a week.";
            case REPLIES_RESULTS -> "Ids only. Forgotten after a week.";
            case AUTORESPONDER_SETTINGS -> "The seller's own texts. Erasing a seller leaves a tombstone.";
            case SELLER_EVENTS -> "The seller's id. Forgotten after 30 days.";
        };
    }

    static String key(Topic topic) {
        return switch (topic.key()) {
            case MAILBOX -> "mailbox id";
            case ACCOUNT -> "account id";
            case CONVERSATION -> "conversation id";
            case SELLER -> "seller id";
        };
    }

    static String kept(Topic topic) {
        return switch (topic.keeping()) {
            case Topic.Keeping.For(var time) -> time.toDays() + " days";
            case Topic.Keeping.Compacted(var lag) when lag.isZero() -> "the newest of each key for ever";
            case Topic.Keeping.Compacted(var lag) ->
                "the newest of each key for ever, all history for at least " + lag.toDays() + " days";
        };
    }

    static String readers(Topic topic) {
        return switch (topic.readers()) {
            case Topic.Readers.Everybody() -> "everybody";
            case Topic.Readers.Only(var services) ->
                services.stream().map(Service::deployment).sorted().collect(joining(", ")) + " only";
        };
    }

    static String writers(Topic topic) {
        return topic.writers().stream().map(Service::deployment).collect(joining(", "));
    }

    static List<EventType> types(Topic topic) {
        return Arrays.stream(EventType.values())
                .filter(type -> type.topics().contains(topic))
                .toList();
    }
}
