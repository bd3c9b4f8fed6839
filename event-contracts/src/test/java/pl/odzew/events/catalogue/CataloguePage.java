package pl.odzew.events.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// The catalogue as one page for people of other teams; needs no script and no other file.
final class CataloguePage {

    private static final Path EXAMPLE =
            Path.of("../deploy/embedded/src/test/java/pl/odzew/embedded/example/LockedMailboxes.java");

    private static final String STYLE = """
            body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1c1c1c; }
            h2 { margin-top: 3rem; border-bottom: 1px solid #ccc; }
            table { border-collapse: collapse; width: 100%; }
            th, td { text-align: left; vertical-align: top; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid #eee; }
            th { font-weight: 600; white-space: nowrap; }
            code, pre { font: 14px/1.45 ui-monospace, monospace; }
            pre { background: #f6f6f4; padding: .8rem; overflow-x: auto; }
            h2 code, h3 code { font-size: inherit; }
            summary { cursor: pointer; }
            nav li { display: inline-block; margin-right: 1.5rem; }
            nav ul { padding: 0; list-style: none; }
            """;

    private final ObjectMapper json = new ObjectMapper();

    String html() throws IOException {
        var page = new StringBuilder();
        page.append("""
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Odzew: events</title>
                <style>
                %s</style>
                </head>
                <body>
                <h1>Odzew: events</h1>
                <p>What happens at sellers' mailboxes and Allegro accounts, and what becomes of replies to buyers.
                CloudEvents 1.0 in Kafka's binary mode: attributes in <code>ce_*</code> headers, JSON in the value.</p>
                <nav><ul>
                %s
                </ul></nav>
                """.formatted(STYLE, navigation()));
        page.append(promises());
        for (Topic topic : Topic.values()) {
            page.append(section(topic));
        }
        return page.append("</body>\n</html>\n").toString();
    }

    private static String navigation() {
        return Arrays.stream(Topic.values())
                .map(topic -> "<li><a href=\"#%1$s\">%1$s</a></li>".formatted(topic.wireName()))
                .collect(joining("\n"));
    }

    private static String promises() throws IOException {
        return """
                <h2 id="reading">Reading them</h2>
                <ul>
                <li><strong>Order</strong>: events of one key come in the order in which they happened.</li>
                <li><strong>At least once</strong>: an event may come again with the same <code>ce_id</code>; remember those
                that you have seen, for as long as the topic is kept.</li>
                <li><strong>State</strong>: events about mailboxes and accounts carry the whole state and a
                <code>version</code> for each key. Ignore what is not newer than what you have; so you can begin at the
                first event at any time. A record without a value is a tombstone: forget the key.</li>
                <li><strong>Change</strong>: fields may be added, and values to enumerations named <code>reason</code>;
                take the ones that you know. A new meaning is a new type beside the old one. The build holds every schema
                against the last release and refuses what would break you: a field that goes, changes its type or
                becomes required.</li>
                </ul>
                <p>From a shell:</p>
                <pre>kafka-console-consumer.sh --bootstrap-server $BROKER --consumer.config client.properties \\
                  --topic mailbox.events --from-beginning --property print.headers=true --property print.key=true</pre>
                <p>In Java, with <code>pl.odzew:event-contracts</code> and Kafka's own client:</p>
                <pre>%s</pre>
                <p>A Kafka user for your team comes from <code>deploy/base/kafka/users/internal-team.yaml</code>. The same
                catalogue for machines: <code>asyncapi.json</code> beside this page.</p>
                """.formatted(escaped(example()));
    }

    /// Without package and imports.
    private static String example() throws IOException {
        return Files.readString(EXAMPLE, UTF_8)
                .lines()
                .dropWhile(line -> !line.startsWith("///"))
                .collect(joining("\n"));
    }

    private String section(Topic topic) throws IOException {
        var section = new StringBuilder();
        section.append("""
                <h2 id="%1$s"><code>%1$s</code></h2>
                <p>%2$s</p>
                <table>
                <tr><th>key</th><td>%3$s</td></tr>
                <tr><th>kept</th><td>%4$s</td></tr>
                <tr><th>written by</th><td>%5$s</td></tr>
                <tr><th>may be read by</th><td>%6$s</td></tr>
                <tr><th>personal data</th><td>%7$s</td></tr>
                </table>
                """.formatted(
                        topic.wireName(),
                        escaped(Described.topic(topic)),
                        Described.key(topic),
                        Described.kept(topic),
                        Described.writers(topic),
                        Described.readers(topic),
                        escaped(Described.personalData(topic))));
        for (EventType type : Described.types(topic)) {
            section.append(type(topic, type));
        }
        return section.toString();
    }

    private String type(Topic topic, EventType type) throws IOException {
        Topic first = type.topics().iterator().next();
        if (topic != first) {
            return "<p><code>%1$s</code>: as in <a href=\"#%2$s/%1$s\"><code>%2$s</code></a>.</p>\n"
                    .formatted(type.wireName(), first.wireName());
        }
        JsonNode sample =
                json.readTree(new EventCodec().writeData(Samples.of(type).data()));
        return """
                <h3 id="%1$s/%2$s"><code>%2$s</code></h3>
                <p>%3$s</p>
                <pre>%4$s</pre>
                <details><summary>JSON Schema</summary>
                <pre>%5$s</pre>
                </details>
                """.formatted(
                        topic.wireName(),
                        type.wireName(),
                        escaped(Described.type(type)),
                        escaped(sample.toPrettyString()),
                        escaped(SchemaOf.type(type).strip()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
