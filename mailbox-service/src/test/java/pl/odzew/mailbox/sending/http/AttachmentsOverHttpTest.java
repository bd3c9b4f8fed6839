package pl.odzew.mailbox.sending.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.odzew.mailbox.sending.Attachments;
import pl.odzew.mailbox.sending.AttachmentsContract;

class AttachmentsOverHttpTest extends AttachmentsContract {

    private static final String PATH = "/api/v1/autoresponder/attachments/";

    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private HttpServer responder;
    private String token = "good";

    @BeforeEach
    void start() throws IOException {
        responder = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        responder.createContext(PATH, this::answer);
        responder.start();
    }

    @AfterEach
    void stop() {
        responder.stop(0);
    }

    @Override
    protected Attachments attachments() {
        URI url = URI.create("http://localhost:" + responder.getAddress().getPort());
        return new AttachmentsOverHttp(
                Optional.of(url), Duration.ofSeconds(5), () -> CompletableFuture.completedFuture(token));
    }

    @Override
    protected void keep(UUID file, byte[] bytes) {
        files.put(PATH + file + "/content", bytes);
    }

    @Override
    protected void goAway() {
        responder.stop(0);
    }

    @Test
    void aTokenThatIsRefusedIsNoLostFile() {
        // Given
        token = "stale";

        // Then
        assertThat(fetch(ref(new byte[3]))).isInstanceOf(Attachments.Fetch.Unavailable.class);
    }

    @Test
    void withoutATokenNothingIsAskedFor() {
        // When
        var fetch = new AttachmentsOverHttp(
                        Optional.of(URI.create("http://localhost:1")), Duration.ofSeconds(5), () -> {
                            throw new IllegalStateException("no client is configured");
                        })
                .fetch(ref(new byte[3]))
                .toCompletableFuture()
                .join();

        // Then
        assertThat(fetch).isInstanceOf(Attachments.Fetch.Unavailable.class);
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] file = files.get(exchange.getRequestURI().getPath());
        boolean may = "Bearer good".equals(exchange.getRequestHeaders().getFirst("Authorization"));
        if (!may) {
            exchange.sendResponseHeaders(401, -1);
        } else if (file == null) {
            exchange.sendResponseHeaders(404, -1);
        } else {
            exchange.sendResponseHeaders(200, file.length);
            exchange.getResponseBody().write(file);
        }
        exchange.close();
    }
}
