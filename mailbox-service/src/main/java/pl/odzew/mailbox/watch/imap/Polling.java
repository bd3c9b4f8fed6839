package pl.odzew.mailbox.watch.imap;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import pl.odzew.mailbox.watch.MailConnection.IdleEnd;
import pl.odzew.mailbox.watch.MailConnectionException;
import pl.odzew.mailbox.watch.MailConnectionException.Code;

/// Waits by asking now and then (`NOOP`), where the server cannot announce.
final class Polling implements Idling {

    private final ImapSession session;
    private final CompletableFuture<IdleEnd> end;
    private long deadline;
    private long timer = -1;

    Polling(ImapSession session, CompletableFuture<IdleEnd> end) {
        this.session = session;
        this.end = end;
    }

    @Override
    public void start(Duration atMost) {
        deadline = System.nanoTime() + atMost.toNanos();
        ask();
    }

    @Override
    public void end() {
        session.cancelTimer(timer);
        end.complete(IdleEnd.RENEW);
    }

    private void ask() {
        session.send(Command.of("NOOP")).whenComplete((answer, failure) -> {
            if (end.isDone()) {
                return;
            }
            if (answer == null) {
                end.completeExceptionally(failure);
            } else if (!answer.agreed()) {
                end.completeExceptionally(new MailConnectionException(
                        Code.COMMAND_REFUSED, answer.status().line()));
            } else if (session.announcements().take()) {
                end.complete(IdleEnd.ARRIVED);
            } else {
                askLater();
            }
        });
    }

    private void askLater() {
        Duration left = Duration.ofNanos(deadline - System.nanoTime());
        if (!left.isPositive()) {
            end.complete(IdleEnd.RENEW);
        } else {
            boolean last = left.compareTo(session.pollInterval()) < 0;
            timer = session.setTimer(last ? left : session.pollInterval(), this::ask);
        }
    }
}
