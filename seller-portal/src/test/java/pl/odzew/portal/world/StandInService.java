package pl.odzew.portal.world;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A service that speaks HTTP and JSON as the real one does, on a port of its own, and can be stopped and started.
final class StandInService implements AutoCloseable {

    static final ObjectMapper JSON = new ObjectMapper();

    /// @param seller who asks, by his token
    /// @param ifMatch empty where the header is missing
    record Call(String seller, List<String> ids, Map<String, String> query, JsonNode body, String ifMatch) {

        String id() {
            return ids.getFirst();
        }
    }

    /// @param body an object or array; absent for none
    record Answer(int status, JsonNode body) {

        static Answer ok(JsonNode body) {
            return new Answer(200, body);
        }

        static Answer created(JsonNode body) {
            return new Answer(201, body);
        }

        static Answer nothing() {
            return new Answer(204, MissingNode.getInstance());
        }

        static Answer problem(int status, String kind) {
            ObjectNode problem = JSON.createObjectNode();
            problem.put("type", "urn:odzew:problem:" + kind).put("title", kind).put("status", status);
            return new Answer(status, problem);
        }
    }

    interface Handler {
        Answer answer(Call call);
    }

    private record Route(String method, Pattern path, Handler handler) {}

    private final List<Route> routes = new ArrayList<>();
    private final int port;
    private HttpServer server;
    private boolean running;

    private StandInService(int port) {
        this.port = port;
    }

    static StandInService create() {
        var service = new StandInService(freePort());
        service.start();
        return service;
    }

    /// @param path with `{}` for an id
    StandInService on(String method, String path, Handler handler) {
        routes.add(new Route(method, Pattern.compile(path.replace("{}", "([^/]+)")), handler));
        return this;
    }

    URI uri() {
        return URI.create("http://localhost:" + port);
    }

    /// A second time it changes nothing.
    void start() {
        if (running) {
            return;
        }
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", this::take);
            server.start();
            running = true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        running = false;
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = answer(exchange);
            byte[] body = answer.body().isMissingNode() ? new byte[0] : JSON.writeValueAsBytes(answer.body());
            exchange.getResponseHeaders()
                    .add("Content-Type", answer.status() < 400 ? "application/json" : "application/problem+json");
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        String seller = seller(exchange);
        if (seller == null) {
            return Answer.problem(401, "unauthorized");
        }
        byte[] bytes = exchange.getRequestBody().readAllBytes();
        for (Route route : routes) {
            Matcher path = route.path().matcher(exchange.getRequestURI().getPath());
            if (route.method().equals(exchange.getRequestMethod()) && path.matches()) {
                var ids = new ArrayList<String>();
                for (int i = 1; i <= path.groupCount(); i++) {
                    ids.add(path.group(i));
                }
                JsonNode body = bytes.length == 0 ? MissingNode.getInstance() : JSON.readTree(bytes);
                return route.handler()
                        .answer(new Call(seller, ids, query(exchange.getRequestURI()), body, ifMatch(exchange)));
            }
        }
        return Answer.problem(404, "not-found");
    }

    private static String seller(HttpExchange exchange) throws IOException {
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        if (header == null || !header.startsWith("Bearer ")) {
            return null;
        }
        String claims = header.split("\\.")[1];
        return JSON.readTree(Base64.getUrlDecoder().decode(claims)).path("sub").asText();
    }

    private static String ifMatch(HttpExchange exchange) {
        String header = exchange.getRequestHeaders().getFirst("If-Match");
        return header == null ? "" : header;
    }

    private static Map<String, String> query(URI uri) {
        var query = new HashMap<String, String>();
        if (uri.getRawQuery() != null) {
            for (String pair : uri.getRawQuery().split("&")) {
                String[] parts = pair.split("=", 2);
                query.put(parts[0], parts.length < 2 ? "" : URLDecoder.decode(parts[1], UTF_8));
            }
        }
        return query;
    }

    private static int freePort() {
        try (var socket = new java.net.ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
