package pl.odzew.mailbox.watch;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pl.odzew.mailbox.intake.RawMail;
import pl.odzew.mailbox.intake.Uid;

/// A connection to a [MemoryMailbox]; every command is carried out at once.
final class MemoryMailConnection implements MailConnection {

    private final MemoryMailbox mailbox;
    private @Nullable String folder;
    private boolean announced;
    private @Nullable CompletableFuture<IdleEnd> idling;
    private @Nullable MailConnectionException failure;

    MemoryMailConnection(MemoryMailbox mailbox) {
        this.mailbox = mailbox;
    }

    @Override
    public CompletionStage<FolderState> examine(String name) {
        return command(() -> {
            mailbox.refuseWhenLocked();
            if (!mailbox.has(name)) {
                throw new MailConnectionException(MailConnectionException.Code.COMMAND_REFUSED, "NO no such folder");
            }
            folder = name;
            announced = false;
            return mailbox.state(name);
        });
    }

    @Override
    public CompletionStage<FolderState> status(String name) {
        return command(() -> {
            if (!mailbox.has(name)) {
                throw new MailConnectionException(MailConnectionException.Code.COMMAND_REFUSED, "NO no such folder");
            }
            return mailbox.state(name);
        });
    }

    @Override
    public CompletionStage<@Nullable String> sentFolder() {
        return command(() -> MemoryMailbox.SENT);
    }

    @Override
    public CompletionStage<List<Uid>> uidsFrom(Uid first) {
        return command(() -> {
            announced = false;
            return mails().stream()
                    .map(RawMail::uid)
                    .filter(uid -> uid.compareTo(first) >= 0)
                    .sorted()
                    .toList();
        });
    }

    @Override
    public CompletionStage<List<Uid>> uidsWithHeader(String field, String value, Instant since) {
        return command(() -> mails().stream()
                .filter(mail -> hasHeader(mail, field, value))
                .map(RawMail::uid)
                .sorted()
                .toList());
    }

    @Override
    public CompletionStage<List<Uid>> uidsInThread(String providerThreadId) {
        return command(() -> mails().stream()
                .filter(mail -> providerThreadId.equals(mail.gmailThreadId()))
                .map(RawMail::uid)
                .sorted()
                .toList());
    }

    @Override
    public CompletionStage<List<RawMail>> fetch(List<Uid> uids, int maxBytes) {
        return command(() -> mails().stream()
                .filter(mail -> uids.contains(mail.uid()))
                .map(mail -> first(mail, maxBytes))
                .toList());
    }

    @Override
    public CompletionStage<List<RawMail>> fetchHeaders(List<Uid> uids) {
        return command(() -> mails().stream()
                .filter(mail -> uids.contains(mail.uid()))
                .map(mail -> with(mail, header(mail).getBytes(StandardCharsets.UTF_8), false))
                .toList());
    }

    @Override
    public synchronized CompletionStage<IdleEnd> idle(Duration atMost) {
        endIdle(IdleEnd.RENEW);
        if (failure != null) {
            return CompletableFuture.failedFuture(failure);
        }
        if (announced) {
            announced = false;
            return CompletableFuture.completedFuture(IdleEnd.ARRIVED);
        }
        idling = new CompletableFuture<IdleEnd>()
                .completeOnTimeout(IdleEnd.RENEW, atMost.toMillis(), TimeUnit.MILLISECONDS);
        return idling;
    }

    @Override
    public void close() {
        end(MailConnectionException.Code.CONNECTION_LOST, "closed");
    }

    @Override
    public CompletionStage<Void> logout() {
        synchronized (this) {
            endIdle(IdleEnd.RENEW);
        }
        close();
        return CompletableFuture.completedFuture(null);
    }

    void announced(String name) {
        CompletableFuture<IdleEnd> waiting;
        synchronized (this) {
            if (!name.equals(folder) || failure != null) {
                return;
            }
            waiting = idling;
            idling = null;
            announced = waiting == null || waiting.isDone();
        }
        if (waiting != null) {
            waiting.complete(IdleEnd.ARRIVED);
        }
    }

    void end(MailConnectionException.Code code, String message) {
        CompletableFuture<IdleEnd> waiting;
        synchronized (this) {
            if (failure != null) {
                return;
            }
            failure = new MailConnectionException(code, message);
            waiting = idling;
        }
        mailbox.forget(this);
        if (waiting != null) {
            waiting.completeExceptionally(failure);
        }
    }

    private synchronized <T> CompletionStage<T> command(Supplier<T> work) {
        endIdle(IdleEnd.RENEW);
        if (failure != null) {
            return CompletableFuture.failedFuture(failure);
        }
        try {
            return CompletableFuture.completedFuture(work.get());
        } catch (MailConnectionException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void endIdle(IdleEnd why) {
        if (idling != null) {
            idling.complete(why);
            idling = null;
        }
    }

    private List<RawMail> mails() {
        if (folder == null) {
            throw new MailConnectionException(MailConnectionException.Code.COMMAND_REFUSED, "BAD no folder is open");
        }
        return mailbox.mails(folder);
    }

    private static RawMail first(RawMail mail, int maxBytes) {
        boolean cut = mail.bytes().length > maxBytes;
        return cut ? with(mail, Arrays.copyOf(mail.bytes(), maxBytes), true) : mail;
    }

    private static RawMail with(RawMail mail, byte[] bytes, boolean cut) {
        return new RawMail(mail.uid(), mail.receivedAt(), mail.gmailMessageId(), mail.gmailThreadId(), bytes, cut);
    }

    private static boolean hasHeader(RawMail mail, String field, String value) {
        String wanted = value.toLowerCase(Locale.ROOT);
        return header(mail)
                .lines()
                .map(line -> line.toLowerCase(Locale.ROOT))
                .anyMatch(line -> line.startsWith(field.toLowerCase(Locale.ROOT) + ":") && line.contains(wanted));
    }

    private static String header(RawMail mail) {
        String text = new String(mail.bytes(), StandardCharsets.UTF_8);
        int end = text.indexOf("\r\n\r\n");
        return end < 0 ? text : text.substring(0, end + 4);
    }
}
