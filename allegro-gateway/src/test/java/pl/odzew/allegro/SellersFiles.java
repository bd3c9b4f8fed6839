package pl.odzew.allegro;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import pl.odzew.allegro.replying.Digest;
import pl.odzew.events.reply.v1.AttachmentRef;

/// responder-service as a sender sees it: gives a seller's file to whoever has a token.
public final class SellersFiles implements AutoCloseable {

    private final Map<UUID, byte[]> files = new ConcurrentHashMap<>();
    private final HttpServer server;

    SellersFiles() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/api/v1/autoresponder/attachments/", this::answer);
        server.start();
    }

    URI uri() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /// The seller attached it to a rule.
    AttachmentRef keep(String fileName, String mediaType, byte[] content) {
        var file = new AttachmentRef(UUID.randomUUID(), fileName, mediaType, content.length, Digest.sha256(content));
        files.put(file.id(), content);
        return file;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        String[] path = exchange.getRequestURI().getPath().split("/");
        byte[] content = files.get(UUID.fromString(path[path.length - 2]));
        if (authorization == null || !authorization.startsWith("Bearer ")) {
            exchange.sendResponseHeaders(401, -1);
        } else if (content == null) {
            exchange.sendResponseHeaders(404, -1);
        } else {
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content);
        }
        exchange.close();
    }
}
