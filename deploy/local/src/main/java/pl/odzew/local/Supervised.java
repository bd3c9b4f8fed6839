package pl.odzew.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A process that is started again when it dies, until it is stopped; says so each time.
final class Supervised {

    private final ChildCommand command;
    private final DataFolder data;
    private final PidFiles pidFiles;
    private final Screen screen;
    private final InstantSource time = InstantSource.system();

    private Backoff backoff = Backoff.FRESH;
    private boolean stopping;
    private boolean heldDown;
    private @Nullable Process process;

    Supervised(ChildCommand command, DataFolder data, Screen screen) {
        this.command = command;
        this.data = data;
        this.pidFiles = new PidFiles(data);
        this.screen = screen;
    }

    String name() {
        return command.name();
    }

    synchronized void start() {
        if (stopping || heldDown) {
            return;
        }
        Process started = launch();
        process = started;
        pidFiles.write(name(), started.pid());
        Instant since = time.instant();
        started.onExit().thenAccept(dead -> restart(dead, Duration.between(since, time.instant())));
    }

    synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    /// Ends it as `kill -9` does; it is started again like one that died by itself.
    synchronized void kill() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    /// Ends it as `kill -9` does and keeps it down until [#letUp].
    synchronized void holdDown() {
        heldDown = true;
        kill();
    }

    synchronized void letUp() {
        heldDown = false;
        if (!isAlive()) {
            start();
        }
    }

    /// Asks it to end and does not wait.
    synchronized void askToStop() {
        stopping = true;
        if (process != null) {
            process.destroy();
        }
    }

    void awaitStop() {
        Process last = current();
        if (last != null) {
            Endings.await(last.toHandle());
        }
        pidFiles.remove(name());
    }

    private synchronized @Nullable Process current() {
        return process;
    }

    private synchronized void restart(Process dead, Duration life) {
        if (stopping || heldDown) {
            return;
        }
        backoff = backoff.afterLifeOf(life);
        Duration wait = backoff.next();
        backoff = backoff.doubled();
        screen.say("%s has ended (exit status %d) and is started again in %d s; its log: %s"
                .formatted(name(), dead.exitValue(), wait.toSeconds(), data.log(name())));
        Executor later = CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS);
        later.execute(this::start);
    }

    private Process launch() {
        File log = data.log(name()).toFile();
        var builder = new ProcessBuilder(command.arguments(new ProcessMark(data)))
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        builder.environment().putAll(command.environment());
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
