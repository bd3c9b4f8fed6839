package pl.odzew.notification.catcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The caught mails over HTTP: pages for people at `/`, JSON at `/mails`.
final class CatcherPages {

    private static final String HTML = "text/html; charset=utf-8";
    private static final String JSON = "application/json";
    private static final String MAIL = "/mail/";
    private static final String BODY = "/body/";

    /// A mail must not run scripts or fetch anything; its links may open in a page of their own.
    private static final String SANDBOX =
            "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'";

    private final JsonMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final MailArchive archive;

    private CatcherPages(HttpServer server, MailArchive archive) {
        this.server = server;
        this.archive = archive;
    }

    static CatcherPages start(String host, int port, MailArchive archive) throws IOException {
        var pages = new CatcherPages(HttpServer.create(new InetSocketAddress(host, port), 0), archive);
        pages.server.createContext("/", pages::answer);
        pages.server.setExecutor(pages.threads);
        pages.server.start();
        return pages;
    }

    int port() {
        return server.getAddress().getPort();
    }

    void stop() {
        server.stop(0);
        threads.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (path.equals("/mails")) {
                answerMails(exchange);
            } else if (path.equals("/")) {
                send(exchange, HTML, CatcherHtml.list(archive.all()));
            } else if (path.startsWith(MAIL)) {
                sendFound(exchange, archive.find(path.substring(MAIL.length())).map(CatcherHtml::mail));
            } else if (path.startsWith(BODY)) {
                exchange.getResponseHeaders().set("Content-Security-Policy", SANDBOX);
                sendFound(exchange, archive.find(path.substring(BODY.length())).map(CatcherHtml::body));
            } else {
                sendFound(exchange, Optional.empty());
            }
        }
    }

    private void answerMails(HttpExchange exchange) throws IOException {
        switch (exchange.getRequestMethod()) {
            case "GET" ->
                send(
                        exchange,
                        JSON,
                        json.writeValueAsString(mailsTo(exchange.getRequestURI().getRawQuery())));
            case "DELETE" -> {
                archive.clear();
                exchange.sendResponseHeaders(204, -1);
            }
            default -> exchange.sendResponseHeaders(405, -1);
        }
    }

    private List<CaughtMail> mailsTo(String query) {
        if (query == null || !query.startsWith("to=")) {
            return archive.all();
        }
        String to = URLDecoder.decode(query.substring("to=".length()), UTF_8);
        return archive.all().stream()
                .filter(mail -> mail.to().equalsIgnoreCase(to))
                .toList();
    }

    private static void sendFound(HttpExchange exchange, Optional<String> page) throws IOException {
        if (page.isPresent()) {
            send(exchange, HTML, page.get());
        } else {
            exchange.sendResponseHeaders(404, -1);
        }
    }

    private static void send(HttpExchange exchange, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
