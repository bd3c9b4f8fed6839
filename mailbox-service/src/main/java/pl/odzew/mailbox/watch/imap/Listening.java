package pl.odzew.mailbox.watch.imap;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import pl.odzew.mailbox.watch.MailConnection.IdleEnd;
import pl.odzew.mailbox.watch.MailConnectionException;
import pl.odzew.mailbox.watch.MailConnectionException.Code;

/// Waits by `IDLE`.
final class Listening implements Idling {

    private final ImapSession session;
    private final CompletableFuture<IdleEnd> end;
    private final IdleExchange exchange;
    private Duration atMost = Duration.ZERO;
    private long timer = -1;

    Listening(ImapSession session, CompletableFuture<IdleEnd> end) {
        this.session = session;
        this.end = end;
        this.exchange = new IdleExchange(session, session.announcements(), this::startTimer);
    }

    @Override
    public void start(Duration longest) {
        atMost = longest;
        session.send(exchange).whenComplete((answer, failure) -> {
            session.cancelTimer(timer);
            if (answer == null) {
                end.completeExceptionally(failure);
            } else if (answer.agreed()) {
                end.complete(session.announcements().take() ? IdleEnd.ARRIVED : IdleEnd.RENEW);
            } else {
                end.completeExceptionally(new MailConnectionException(
                        Code.COMMAND_REFUSED, answer.status().line()));
            }
        });
    }

    @Override
    public void end() {
        exchange.end();
    }

    private void startTimer() {
        timer = session.setTimer(atMost, exchange::end);
    }
}
