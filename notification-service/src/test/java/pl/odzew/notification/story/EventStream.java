package pl.odzew.notification.story;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A seller's program that listens to `/api/v1/notifications/stream`.
final class EventStream implements AutoCloseable {

    /// An event as it came; a comment has no name and no id.
    record Received(@Nullable String name, @Nullable String id, String data) {}

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Stream<String> lines;
    private final Thread reader;

    EventStream(URI service, String token, @Nullable String lastEventId) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(service.resolve("/api/v1/notifications/stream"))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        HttpResponse<Stream<String>> response = client.send(request.build(), HttpResponse.BodyHandlers.ofLines());
        if (response.statusCode() != 200) {
            throw new IOException("the stream answered " + response.statusCode());
        }
        lines = response.body();
        reader = Thread.ofVirtual().start(this::read);
    }

    /// Events and comments so far.
    List<Received> received() {
        return List.copyOf(received);
    }

    List<Received> named(String name) {
        return received.stream().filter(one -> name.equals(one.name())).toList();
    }

    @Override
    public void close() {
        client.shutdownNow();
        reader.interrupt();
    }

    private void read() {
        var block = new ArrayList<String>();
        try {
            lines.forEach(line -> {
                if (!line.isEmpty()) {
                    block.add(line);
                } else if (!block.isEmpty()) {
                    received.add(new Received(field(block, "event"), field(block, "id"), data(block)));
                    block.clear();
                }
            });
        } catch (java.io.UncheckedIOException _) {
            // The connection was closed, by one side or the other.
        }
    }

    private static @Nullable String field(List<String> block, String name) {
        return block.stream()
                .filter(line -> line.startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse(null);
    }

    private static String data(List<String> block) {
        String data = field(block, "data");
        return data == null ? String.join("\n", block) : data;
    }
}
