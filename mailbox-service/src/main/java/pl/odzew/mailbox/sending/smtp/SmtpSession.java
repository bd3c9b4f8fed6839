package pl.odzew.mailbox.sending.smtp;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// A socket on which one thing is said after another and each is answered. Every method is called on its event loop,
/// except [#isOpen] and [#onEventLoop].
final class SmtpSession {

    private static final Logger LOG = Logger.getLogger(SmtpSession.class);

    private final Vertx vertx;
    private final Context context;
    private final NetSocket socket;
    private final SmtpReplyReader reader = new SmtpReplyReader();

    private @Nullable CompletableFuture<SmtpReply> awaited;
    private long timer = -1;
    private volatile @Nullable SmtpBroken broken;

    SmtpSession(Vertx vertx, Context context, NetSocket socket) {
        this.vertx = vertx;
        this.context = context;
        this.socket = socket;
        socket.handler(this::received);
        socket.exceptionHandler(
                e -> breakOff("the connection broke: " + e.getClass().getSimpleName()));
        socket.closeHandler(_ -> breakOff("the connection was closed"));
    }

    boolean isOpen() {
        return broken == null;
    }

    void onEventLoop(Runnable work) {
        context.runOnContext(_ -> work.run());
    }

    /// Awaits what the server says first. The stage fails with [SmtpBroken].
    CompletionStage<SmtpReply> greeting(Duration wait) {
        return await("greeting", wait);
    }

    /// Says one line. Its first word is logged, since the rest may be a credential.
    CompletionStage<SmtpReply> say(String line, Duration wait) {
        String verb = line.split(" ", 2)[0];
        CompletionStage<SmtpReply> reply = await(verb, wait);
        write(line + "\r\n");
        return reply;
    }

    /// Says a credential, of which nothing is logged.
    CompletionStage<SmtpReply> saySecretly(String line, Duration wait) {
        CompletionStage<SmtpReply> reply = await("credential", wait);
        write(line + "\r\n");
        return reply;
    }

    /// Goes on with TLS. The stage fails with [SmtpBroken].
    CompletionStage<Void> startTls() {
        CompletableFuture<Void> secure = new CompletableFuture<>();
        if (reader.hasRest()) {
            breakOff("something was said in clear before TLS");
        }
        SmtpBroken failed = broken;
        if (failed != null) {
            secure.completeExceptionally(failed);
            return secure;
        }
        socket.upgradeToSsl()
                .onSuccess(_ -> secure.complete(null))
                .onFailure(e -> secure.completeExceptionally(new SmtpBroken("no TLS: " + e.getMessage())));
        return secure;
    }

    /// The address that we connect from, as an address literal (RFC 5321 §4.1.3).
    String ownName() {
        String address = socket.localAddress().hostAddress();
        if (address == null) {
            return "localhost";
        }
        return address.contains(":") ? "[IPv6:" + address + "]" : "[" + address + "]";
    }

    long setTimer(Duration wait, Runnable work) {
        return vertx.setTimer(Math.max(1, wait.toMillis()), _ -> work.run());
    }

    void close() {
        breakOff("closed");
    }

    private CompletionStage<SmtpReply> await(String what, Duration wait) {
        CompletableFuture<SmtpReply> reply = new CompletableFuture<>();
        SmtpBroken failed = broken;
        if (failed != null) {
            reply.completeExceptionally(failed);
            return reply;
        }
        LOG.tracef("> %s", what);
        awaited = reply;
        timer = setTimer(wait, () -> breakOff("no answer in time to: " + what));
        return reply;
    }

    private void write(String text) {
        if (isOpen()) {
            socket.write(Buffer.buffer(text.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private void received(Buffer chunk) {
        try {
            List<SmtpReply> replies = reader.read(chunk.getBytes());
            for (SmtpReply reply : replies) {
                take(reply);
            }
        } catch (SmtpBroken e) {
            breakOff(String.valueOf(e.getMessage()));
        }
    }

    private void take(SmtpReply reply) {
        LOG.tracef("< %s", reply.lines());
        CompletableFuture<SmtpReply> waiting = awaited;
        if (waiting == null) {
            // 421 while nothing was asked: the server is about to leave.
            throw new SmtpBroken("the server took leave: " + reply.words());
        }
        awaited = null;
        vertx.cancelTimer(timer);
        waiting.complete(reply);
    }

    private void breakOff(String what) {
        if (broken != null) {
            return;
        }
        SmtpBroken failed = new SmtpBroken(what);
        broken = failed;
        vertx.cancelTimer(timer);
        socket.close();
        CompletableFuture<SmtpReply> waiting = awaited;
        if (waiting != null) {
            awaited = null;
            waiting.completeExceptionally(failed);
        }
    }
}
