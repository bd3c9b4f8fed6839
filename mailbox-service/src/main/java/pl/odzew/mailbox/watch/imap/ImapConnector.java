package pl.odzew.mailbox.watch.imap;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import pl.odzew.events.mailbox.v1.MailProtocol;
import pl.odzew.mailbox.connection.AccessTokens;
import pl.odzew.mailbox.connection.Login;
import pl.odzew.mailbox.connection.ServerAddress;
import pl.odzew.mailbox.connection.ServerAddress.Security;
import pl.odzew.mailbox.connection.tls.MailTls;
import pl.odzew.mailbox.refusal.ServerRefusal;
import pl.odzew.mailbox.watch.MailConnector;

/// Opens IMAP connections with TLS from the first byte; each lives on one event loop, and they are spread over all.
@ApplicationScoped
public class ImapConnector implements MailConnector {

    private final Vertx vertx;
    private final MailTls tls;
    private final AccessTokens tokens;
    private final NetClient client;
    private final Timings timings;
    private final Optional<String> contact;

    @Inject
    public ImapConnector(Vertx vertx, MailTls tls, AccessTokens tokens, ImapConfig config) {
        this(vertx, tls, tokens, Timings.of(config), config.contact());
    }

    ImapConnector(Vertx vertx, MailTls tls, AccessTokens tokens, Timings timings, Optional<String> contact) {
        this.tokens = tokens;
        this.vertx = vertx;
        this.tls = tls;
        this.timings = timings;
        this.contact = contact;
        this.client = vertx.createNetClient(tls.secure(new NetClientOptions()
                .setSsl(true)
                .setConnectTimeout((int) timings.connect().toMillis())
                .setSslHandshakeTimeout(timings.connect().toMillis())
                .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS)
                .setTcpKeepAlive(true)));
    }

    @Override
    public CompletionStage<Opening> open(ServerAddress server, Login login) {
        return tokens.signIn(login, shown -> openWith(server, shown), ENDS);
    }

    private static final AccessTokens.Ends<Opening> ENDS = new AccessTokens.Ends<>() {
        @Override
        public Optional<ServerRefusal> refusal(Opening end) {
            return end instanceof Opening.Refused refused ? Optional.of(refused.refusal()) : Optional.empty();
        }

        @Override
        public Opening refused(String words) {
            return new Opening.Refused(new ServerRefusal(MailProtocol.IMAP, List.of(words)));
        }

        @Override
        public Opening unreachable(String what) {
            return new Opening.Unreachable(what);
        }
    };

    private CompletionStage<Opening> openWith(ServerAddress server, Login login) {
        if (server.security() != Security.TLS) {
            return SignIn.unreachable("IMAP is spoken with TLS from the first byte only");
        }
        CompletableFuture<Opening> opening = new CompletableFuture<>();
        // A context of its own: the caller's thread would otherwise put all its mailboxes onto one event loop.
        Context context = ((VertxInternal) vertx).createEventLoopContext();
        context.runOnContext(_ -> tls.connect(vertx, client, server)
                .onSuccess(socket -> signIn(context, socket, login).thenAccept(opening::complete))
                .onFailure(e -> opening.complete(new Opening.Unreachable(describe(e)))));
        return opening;
    }

    /// For the tests: how long a whole answer may take.
    static Timings hasty(Duration silence) {
        return new Timings(silence, silence, silence.multipliedBy(3), silence.dividedBy(2), silence.dividedBy(4));
    }

    private CompletionStage<Opening> signIn(Context context, NetSocket socket, Login login) {
        KeepAlive.on(socket);
        return new SignIn(new ImapSession(vertx, context, socket, timings), login, contact).run();
    }

    private static String describe(Throwable e) {
        return e.getClass().getSimpleName() + ": " + e.getMessage();
    }
}
