package pl.odzew.endtoend;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// The page to which Allegro sends a seller back; stands in for the portal's.
public final class RedirectPage implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final HttpServer server;
    private final BlockingQueue<Map<String, String>> arrivals = new LinkedBlockingQueue<>();

    private RedirectPage(HttpServer server) {
        this.server = server;
    }

    static RedirectPage open(int port) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            var page = new RedirectPage(server);
            server.createContext("/allegro/callback", page::take);
            server.start();
            return page;
        } catch (IOException e) {
            throw new StoryBrokenException("the page for redirects cannot listen on port " + port, e);
        }
    }

    /// The parameters with which the next person comes back.
    Map<String, String> awaitArrival() {
        try {
            Map<String, String> parameters = arrivals.poll(LIMIT.toSeconds(), TimeUnit.SECONDS);
            if (parameters == null) {
                throw new StoryBrokenException("Allegro sent nobody back to " + server.getAddress());
            }
            return parameters;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoryBrokenException("interrupted", e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        URI uri = exchange.getRequestURI();
        byte[] answer = "Thank you.".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
        arrivals.add(Browser.query(uri));
    }
}
