package pl.odzew.mailbox.mailserver.imap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import pl.odzew.mailbox.mailserver.wire.Wire;

/// The writing side of a session. What is written [#together] is not interrupted by an announcement of
/// another thread.
final class Replies {

    private static final int PATIENCE_MILLIS = 200;

    private final Wire wire;
    private final ReentrantLock lock = new ReentrantLock();

    Replies(Wire wire) {
        this.wire = wire;
    }

    void together(Writing writing) throws IOException {
        lock.lock();
        try {
            writing.write();
            wire.flush();
        } finally {
            lock.unlock();
        }
    }

    void untagged(String text) throws IOException {
        line("* " + text);
    }

    void tagged(ImapCommand command, String text) throws IOException {
        line(command.tag() + " " + text);
    }

    void line(String line) throws IOException {
        together(() -> bytes((line + "\r\n").getBytes(StandardCharsets.UTF_8)));
    }

    void bytes(byte[] bytes) throws IOException {
        wire.write(bytes);
    }

    /// Says the last words if the client listens, and cuts the connection in any case.
    void farewell(String lastWords) {
        try {
            if (lock.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                try {
                    untagged(lastWords);
                } finally {
                    lock.unlock();
                }
            }
        } catch (IOException e) {
            // It is gone already.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            wire.cut();
        }
    }

    @FunctionalInterface
    interface Writing {
        void write() throws IOException;
    }
}
