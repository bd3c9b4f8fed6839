package pl.odzew.mailbox.watch.imap;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import pl.odzew.mailbox.watch.MailConnectionException;
import pl.odzew.mailbox.watch.MailConnectionException.Code;

/// A socket on which one command after the other is sent and answered. Every method is called on its event loop.
///
/// The first thing awaited is the greeting. When anything goes wrong, what is under way and all that waits fails
/// alike, and so does every later command.
final class ImapSession {

    private static final Logger LOG = Logger.getLogger(ImapSession.class);

    private final Vertx vertx;
    private final Context context;
    private final NetSocket socket;
    private final Timings timings;
    private final ResponseReader reader = new ResponseReader();
    private final Announcements announcements = new Announcements();
    private final Deque<Exchange> waiting = new ArrayDeque<>();
    private final Exchange greeting = new Exchange(null);

    private @Nullable Exchange current = greeting;
    private String tag = "";
    private int commands;
    private long clock = -1;
    private long commandSent;
    private long lastByte;
    private @Nullable String bye;
    private List<String> lastLines = List.of();
    private @Nullable MailConnectionException failure;

    ImapSession(Vertx vertx, Context context, NetSocket socket, Timings timings) {
        this.vertx = vertx;
        this.context = context;
        this.socket = socket;
        this.timings = timings;
        socket.handler(this::received);
        socket.exceptionHandler(
                e -> closed("the connection broke: " + e.getClass().getSimpleName()));
        socket.closeHandler(_ -> closed("the connection was closed"));
        startClock();
    }

    Context context() {
        return context;
    }

    Announcements announcements() {
        return announcements;
    }

    Duration pollInterval() {
        return timings.poll();
    }

    CompletionStage<Answer> greeting() {
        return greeting.result();
    }

    /// Sends the command when its turn comes. The stage fails with a [MailConnectionException] when no answer is
    /// had; a `NO` is an answer.
    CompletionStage<Answer> send(Command command) {
        return send(new Exchange(command));
    }

    CompletionStage<Answer> send(Exchange exchange) {
        MailConnectionException failed = failure;
        if (failed != null) {
            return CompletableFuture.failedFuture(failed);
        }
        waiting.add(exchange);
        sendNext();
        return exchange.result();
    }

    /// What the server said, word for word, in answer to the last command; also when it left instead of answering.
    List<String> lastLines() {
        return lastLines;
    }

    void close() {
        fail(Code.CONNECTION_LOST, "closed");
    }

    void write(byte[] bytes) {
        socket.write(Buffer.buffer(bytes));
    }

    /// From now on the server has to answer in time.
    void startClock() {
        pauseClock();
        commandSent = System.nanoTime();
        lastByte = commandSent;
        setClock(timings.silence());
    }

    /// The server may be silent for as long as it likes.
    void pauseClock() {
        cancelTimer(clock);
        clock = -1;
    }

    long setTimer(Duration wait, Runnable work) {
        return vertx.setTimer(Math.max(1, wait.toMillis()), _ -> work.run());
    }

    /// Without effect for a negative number, which no timer has.
    void cancelTimer(long timer) {
        if (timer >= 0) {
            vertx.cancelTimer(timer);
        }
    }

    private void setClock(Duration wait) {
        clock = setTimer(wait, this::checkClock);
    }

    private void checkClock() {
        clock = -1;
        long now = System.nanoTime();
        Duration silent = Duration.ofNanos(now - lastByte);
        if (bye != null) {
            closed("the server said goodbye");
        } else if (silent.compareTo(timings.silence()) >= 0
                || Duration.ofNanos(now - commandSent).compareTo(timings.answer()) >= 0) {
            fail(Code.CONNECTION_LOST, "no answer in time to: " + (current == null ? "nothing" : current.name()));
        } else {
            setClock(timings.silence().minus(silent));
        }
    }

    private void sendNext() {
        Exchange next = current == null ? waiting.poll() : null;
        if (next == null) {
            return;
        }
        current = next;
        lastLines = List.of();
        reader.expect(next.limits());
        tag = "A" + ++commands;
        LOG.tracef("> %s %s", tag, next.name());
        startClock();
        write((tag + " ").getBytes(StandardCharsets.US_ASCII));
        write(next.nextPart());
    }

    private void received(Buffer chunk) {
        if (failure != null) {
            return;
        }
        lastByte = System.nanoTime();
        try {
            for (Response response : reader.read(chunk.getBytes())) {
                if (failure == null) {
                    take(response);
                }
            }
        } catch (ProtocolViolation e) {
            fail(Code.PROTOCOL_VIOLATED, String.valueOf(e.getMessage()));
        }
    }

    private void take(Response response) {
        switch (response) {
            case Response.Continuation asked -> asked(asked);
            case Response.Data data -> told(data);
            case Response.Status status when status.tag() == null -> told(status);
            case Response.Status status -> ended(status);
        }
    }

    private void asked(Response.Continuation asked) {
        LOG.tracef("< + %s", asked.text());
        if (current == null) {
            throw new ProtocolViolation("asked for the rest of nothing");
        }
        current.asked(this, asked);
    }

    private void told(Response.Data data) {
        LOG.tracef("< * %d %s", data.number(), data.name());
        announcements.see(data);
        if (current != null) {
            current.told(data);
        }
    }

    private void told(Response.Status status) {
        LOG.tracef("< %s", status.line());
        if (status.kind() == Response.Kind.BYE) {
            bye = status.line();
            pauseClock();
            setClock(timings.farewell());
        }
        if (current == greeting && status.kind() != Response.Kind.BYE) {
            ended(status);
        } else if (current != null) {
            current.told(status);
        }
    }

    private void ended(Response.Status status) {
        LOG.tracef("< %s", status.line());
        Exchange done = current;
        if (done == null || (done != greeting && !tag.equals(status.tag()))) {
            throw new ProtocolViolation("an answer to nothing");
        }
        current = null;
        if (bye == null) {
            pauseClock();
        }
        done.ended(status);
        lastLines = done.lines();
        done.complete(status);
        sendNext();
    }

    private void closed(String how) {
        if (bye == null) {
            fail(Code.CONNECTION_LOST, how);
        } else {
            fail(Code.SERVER_CLOSED, bye);
        }
    }

    private void fail(Code code, String message) {
        if (failure != null) {
            return;
        }
        MailConnectionException failed = new MailConnectionException(code, message);
        failure = failed;
        pauseClock();
        socket.close();
        List<Exchange> lost = new ArrayList<>(waiting);
        if (current != null) {
            lastLines = current.lines();
            lost.addFirst(current);
        }
        waiting.clear();
        current = null;
        lost.forEach(exchange -> exchange.result().completeExceptionally(failed));
    }
}
