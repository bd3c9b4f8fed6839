package pl.odzew.mailbox.sending.smtp;

import static java.util.concurrent.CompletableFuture.completedFuture;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
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
import pl.odzew.mailbox.sending.MailTransport;
import pl.odzew.mailbox.sending.OutgoingMail;
import pl.odzew.mailbox.sending.smtp.KeptSessions.Account;
import pl.odzew.mailbox.sending.smtp.SmtpSignIn.End;

/// Sends over connections of its own, each on one event loop; a connection that took a mail waits for the next one.
@ApplicationScoped
public class SmtpTransport implements MailTransport {

    private final Vertx vertx;
    private final MailTls tls;
    private final AccessTokens tokens;
    private final NetClient tlsFirst;
    private final NetClient tlsLater;
    private final Duration wait;
    private final Duration acceptance;
    private final KeptSessions kept;

    @Inject
    public SmtpTransport(Vertx vertx, MailTls tls, AccessTokens tokens, SmtpConfig config) {
        this.tokens = tokens;
        this.vertx = vertx;
        this.tls = tls;
        this.wait = config.answerTimeout();
        this.acceptance = config.acceptanceTimeout();
        this.kept = new KeptSessions(config.keepFor());
        this.tlsFirst = client(vertx, tls, config.connectTimeout(), true);
        this.tlsLater = client(vertx, tls, config.connectTimeout(), false);
    }

    @Override
    public CompletionStage<Check> check(ServerAddress server, Login login) {
        return signIn(server, login).thenApply(end -> switch (end) {
            case End.In in -> {
                KeptSessions.leave(in.session());
                yield new Check.Accepted();
            }
            case End.LoginRefused refused -> new Check.Refused(new ServerRefusal(MailProtocol.SMTP, refused.lines()));
            case End.TurnedAway away ->
                new Check.Refused(
                        new ServerRefusal(MailProtocol.SMTP, away.reply().lines()));
            case End.NoDialogue none -> new Check.Unreachable(none.what());
        });
    }

    @Override
    public CompletionStage<Sending> send(ServerAddress server, Login login, OutgoingMail mail) {
        String text;
        try {
            text = MailText.of(mail);
        } catch (IllegalArgumentException e) {
            return completedFuture(new Sending.Rejected(String.valueOf(e.getMessage())));
        }
        Account account = new Account(server, login);
        return kept.take(account)
                .map(session -> deliverAgain(session, account, mail, text))
                .orElseGet(() -> signInAndDeliver(account, mail, text));
    }

    /// A connection that has waited may be dead or unwelcome: what failed before the mail was handed over is tried
    /// once more on a fresh one.
    private CompletionStage<Sending> deliverAgain(
            SmtpSession session, Account account, OutgoingMail mail, String text) {
        SmtpDelivery delivery = new SmtpDelivery(session, wait, acceptance);
        CompletableFuture<Sending> result = new CompletableFuture<>();
        session.onEventLoop(() -> delivery.run(mail, text).thenAccept(sending -> {
            afterwards(account, session, sending);
            if (sending instanceof Sending.NotSent && !delivery.handedOver()) {
                signInAndDeliver(account, mail, text).thenAccept(result::complete);
            } else {
                result.complete(sending);
            }
        }));
        return result;
    }

    private CompletionStage<Sending> signInAndDeliver(Account account, OutgoingMail mail, String text) {
        return signIn(account.server(), account.login()).thenCompose(end -> switch (end) {
            case End.In in ->
                new SmtpDelivery(in.session(), wait, acceptance)
                        .run(mail, text)
                        .thenApply(sending -> afterwards(account, in.session(), sending));
            case End.LoginRefused refused ->
                completedFuture(new Sending.LoginRefused(new ServerRefusal(MailProtocol.SMTP, refused.lines())));
            case End.TurnedAway away ->
                completedFuture(new Sending.NotSent(away.reply().words()));
            case End.NoDialogue none -> completedFuture(new Sending.NotSent(none.what()));
        });
    }

    private Sending afterwards(Account account, SmtpSession session, Sending sending) {
        if (sending instanceof Sending.Accepted) {
            kept.keep(account, session);
        } else {
            KeptSessions.leave(session);
        }
        return sending;
    }

    private CompletionStage<End> signIn(ServerAddress server, Login login) {
        return tokens.signIn(login, shown -> signInWith(server, shown), ENDS);
    }

    private static final AccessTokens.Ends<End> ENDS = new AccessTokens.Ends<>() {
        @Override
        public Optional<ServerRefusal> refusal(End end) {
            return end instanceof End.LoginRefused refused
                    ? Optional.of(new ServerRefusal(MailProtocol.SMTP, refused.lines()))
                    : Optional.empty();
        }

        @Override
        public End refused(String words) {
            return new End.LoginRefused(List.of(words));
        }

        @Override
        public End unreachable(String what) {
            return new End.NoDialogue(what);
        }
    };

    private CompletionStage<End> signInWith(ServerAddress server, Login login) {
        boolean startTls = server.security() == Security.STARTTLS;
        NetClient client = startTls ? tlsLater : tlsFirst;
        CompletableFuture<End> end = new CompletableFuture<>();
        // A context of its own: the caller's thread would otherwise put all its connections onto one event loop.
        Context context = ((VertxInternal) vertx).createEventLoopContext();
        context.runOnContext(_ -> tls.connect(vertx, client, server)
                .onSuccess(socket -> {
                    SmtpSession session = new SmtpSession(vertx, context, socket);
                    new SmtpSignIn(session, login, wait).run(startTls).thenAccept(ended -> {
                        if (!(ended instanceof End.In)) {
                            KeptSessions.leave(session);
                        }
                        end.complete(ended);
                    });
                })
                .onFailure(
                        e -> end.complete(new End.NoDialogue(e.getClass().getSimpleName() + ": " + e.getMessage()))));
        return end;
    }

    private static NetClient client(Vertx vertx, MailTls tls, Duration connectTimeout, boolean ssl) {
        return vertx.createNetClient(tls.secure(new NetClientOptions()
                .setSsl(ssl)
                .setConnectTimeout((int) connectTimeout.toMillis())
                .setSslHandshakeTimeout(connectTimeout.toMillis())
                .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS)
                .setTcpKeepAlive(true)));
    }
}
