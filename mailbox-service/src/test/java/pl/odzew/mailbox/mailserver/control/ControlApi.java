package pl.odzew.mailbox.mailserver.control;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import pl.odzew.mailbox.mailserver.post.Account;
import pl.odzew.mailbox.mailserver.post.Addresses;
import pl.odzew.mailbox.mailserver.post.Folder;
import pl.odzew.mailbox.mailserver.post.Letter;
import pl.odzew.mailbox.mailserver.post.PostOffice;
import pl.odzew.mailbox.mailserver.post.StoredMail;

/// The HTTP side of a mail server: loopback only, no sign-in, for the demo and for people who look.
public final class ControlApi implements AutoCloseable {

    static final ObjectMapper JSON = new ObjectMapper()
            .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    static {
        // The JDK's server writes header and body apart: with Nagle's algorithm each answer waits 40 ms for an ACK.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final PostOffice office;
    private final HttpServer http;

    private ControlApi(PostOffice office, HttpServer http) {
        this.office = office;
        this.http = http;
    }

    /// @param port 0 for any that is free
    /// @throws IOException when the port is taken
    public static ControlApi start(PostOffice office, int port) throws IOException {
        HttpServer http;
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new IOException("port " + port + " for the control API cannot be had: " + e.getMessage(), e);
        }
        ControlApi api = new ControlApi(office, http);
        http.createContext("/", api::handle);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.start();
        return api;
    }

    public URI uri() {
        return URI.create("http://localhost:" + http.getAddress().getPort());
    }

    @Override
    public void close() {
        http.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            respond(exchange);
        }
    }

    private void respond(HttpExchange exchange) throws IOException {
        try {
            Request request = Request.read(exchange);
            if (request.route().equals("GET ")) {
                send(
                        exchange,
                        200,
                        "text/html; charset=utf-8",
                        IndexPage.of(office).getBytes(StandardCharsets.UTF_8));
                return;
            }
            Object answer = answer(request);
            if (answer == null) {
                exchange.sendResponseHeaders(204, -1);
            } else {
                send(exchange, 200, "application/json", JSON.writeValueAsBytes(answer));
            }
        } catch (Failure e) {
            refuse(exchange, e.status, e);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            refuse(exchange, 400, e);
        }
    }

    private static void refuse(HttpExchange exchange, int status, Exception why) throws IOException {
        send(
                exchange,
                status,
                "application/json",
                JSON.writeValueAsBytes(Map.of("error", String.valueOf(why.getMessage()))));
    }

    /// Null where there is nothing to say.
    private @Nullable Object answer(Request request) throws IOException {
        return switch (request.route()) {
            case "GET accounts" ->
                office.accounts().stream().map(AccountView::of).toList();
            case "GET accounts/*" -> AccountView.of(account(request));
            case "PUT accounts/*" -> change(request);
            case "PUT accounts/*/refusal" -> {
                RefusalSettings settings = request.body(JSON, RefusalSettings.class);
                account(request).refuse(settings.refusal());
                yield dropIf(settings.drop(), request);
            }
            case "DELETE accounts/*/refusal" -> {
                account(request).acceptAgain();
                yield null;
            }
            case "PUT accounts/*/submission-fault" -> {
                FaultSettings settings = request.body(JSON, FaultSettings.class);
                for (int i = 0; i < Math.max(1, settings.count()); i++) {
                    account(request).failNextSubmission(settings.fault());
                }
                yield null;
            }
            case "POST accounts/*/drop" -> dropIf(true, request);
            case "POST accounts/*/messages" -> deliver(request);
            case "GET accounts/*/messages" -> {
                Folder folder = folder(request);
                yield account(request).mails(folder).stream()
                        .map(mail -> MailView.of(folder, mail))
                        .toList();
            }
            case "GET accounts/*/logins" ->
                account(request).logins().stream().map(LoginView::of).toList();
            case "GET outside" -> outside(request.query("to", ""));
            default -> throw new Failure(404, "nothing here: " + request.route());
        };
    }

    private AccountView change(Request request) throws IOException {
        AccountSettings settings = request.body(JSON, AccountSettings.class);
        if (settings.password() == null && office.find(request.address()).isEmpty()) {
            throw new Failure(400, "a new account needs a password");
        }
        if (settings.password() != null) {
            office.open(request.address(), request.address(), settings.password());
        }
        Account account = account(request);
        if (settings.name() != null) {
            account.rename(settings.name());
        }
        if (settings.appPassword() != null) {
            account.createAppPassword(settings.appPassword());
        }
        if (settings.policy() != null) {
            account.changePolicy(settings.policy());
        }
        dropIf(settings.drop(), request);
        return AccountView.of(account);
    }

    private AccountView dropIf(boolean drop, Request request) {
        Account account = account(request);
        if (drop) {
            account.dropConnections();
        }
        return AccountView.of(account);
    }

    /// Into the inbox, as from the outside; into another folder, as it is.
    private Delivered deliver(Request request) {
        Folder folder = folder(request);
        StoredMail mail;
        if (folder == Folder.INBOX) {
            Letter letter = new Letter("", request.body(), Boolean.parseBoolean(request.query("forged", "false")));
            String sender = request.query(
                    "sender", Addresses.first(letter.content().first("From").orElse("")));
            mail = account(request).receive(new Letter(sender, letter.bytes(), letter.forged()));
        } else {
            mail = account(request).file(folder, request.body());
        }
        return new Delivered(
                mail.uidIn(folder),
                Long.toUnsignedString(mail.gmailMessageId()),
                mail.receivedAt().toString());
    }

    private List<OutsideView> outside(String to) {
        return office.outside().stream()
                .filter(mail -> to.isEmpty() || mail.isTo(to))
                .map(OutsideView::of)
                .toList();
    }

    private Account account(Request request) {
        return office.find(request.address()).orElseThrow(() -> new Failure(404, "no account " + request.address()));
    }

    private static Folder folder(Request request) {
        return Folder.valueOf(request.query("folder", "INBOX"));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private static final class Failure extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final int status;

        Failure(int status, String message) {
            super(message);
            this.status = status;
        }
    }
}
