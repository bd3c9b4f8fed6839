package pl.odzew.allegro.marketplace;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The stand-in for Allegro: OAuth under `/auth/oauth`, the REST API beside it, control under `/control`,
/// a page at `/`.
///
/// Listens on loopback only; each request has a virtual thread of its own.
public final class Marketplace implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Marketplace.class.getName());

    static {
        // Read once by the JDK's server: answers leave at once instead of waiting for more bytes.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Store store;
    private final Conversations conversations;
    private final OAuthServer oauth;
    private final Faults faults = new Faults();
    private final Requests requests;
    private final Api api;
    private final OAuthPages oauthPages;
    private final ControlApi control;

    private Marketplace(Options options) throws IOException {
        store = new Store(options.dataFolder());
        requests = new Requests(options.clock());
        conversations = new Conversations(store, options.clock());
        oauth = new OAuthServer(store, options);
        api = new Api(store, conversations, oauth, faults, new Rate(options.clock()), options.documents());
        oauthPages = new OAuthPages(store, options, oauth, api);
        control = new ControlApi(store, conversations, oauth, faults, api);
        // Reading the documents takes a second, which the first request is spared.
        Document.values();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), options.port()), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /// Starts it; throws [UncheckedIOException] where the port is taken.
    public static Marketplace start(Options options) {
        try {
            return new Marketplace(options);
        } catch (IOException e) {
            throw new UncheckedIOException("the Allegro stand-in cannot listen on port " + options.port(), e);
        }
    }

    /// Runs it in a process of its own: `PORT [DATA_FOLDER [CLIENT_ID CLIENT_SECRET]]`, until the process
    /// is ended.
    public static void main(String[] arguments) throws InterruptedException {
        Options options = Options.at(Integer.parseInt(arguments[0]));
        if (arguments.length > 1) {
            options = options.keepingIn(Path.of(arguments[1]));
        }
        if (arguments.length > 3) {
            options = options.asClient(arguments[2], arguments[3]);
        }
        Marketplace marketplace = start(options);
        Runtime.getRuntime().addShutdownHook(new Thread(marketplace::close));
        LOG.log(Logger.Level.INFO, "Allegro stand-in listens uri={0}", marketplace.uri());
        Thread.currentThread().join();
    }

    /// The REST API's base.
    public URI uri() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /// The base of OAuth: `…/auth/oauth`.
    public URI oauthUri() {
        return uri().resolve(OAuthPages.PREFIX);
    }

    /// A seller; registers one who is new.
    public Seller seller(String login, String... emails) {
        conversations.register(login, List.of(emails));
        return new Seller(login, conversations, oauth, faults, api);
    }

    public Buyer buyer(String login) {
        return new Buyer(login, conversations);
    }

    /// What broke one of the documents since the start: a request of the gateway's or an answer of the
    /// stand-in's.
    public List<String> violations() {
        return api.violations();
    }

    /// What was asked of Allegro, the token endpoint included.
    public Requests requests() {
        return requests;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange http) throws IOException {
        var exchange = new Exchange(http);
        try {
            route(exchange);
        } catch (Data.UnknownException e) {
            exchange.answer(404, "text/plain", e.getMessage());
        } catch (RuntimeException | LinkageError e) {
            LOG.log(Logger.Level.ERROR, "The stand-in failed path=" + exchange.path(), e);
            exchange.answer(500, "text/plain", "the stand-in failed");
        }
    }

    private void route(Exchange exchange) throws IOException {
        String path = exchange.path();
        if (path.startsWith(ControlApi.PREFIX + "/")) {
            control.handle(exchange);
        } else if (path.startsWith(OAuthPages.PREFIX + "/")) {
            requests.came(exchange);
            oauthPages.handle(exchange);
        } else if (path.equals("/")) {
            exchange.answer(200, "text/html; charset=utf-8", Page.of(store, conversations, api.violations()));
        } else {
            requests.came(exchange);
            api.handle(exchange);
        }
    }
}
