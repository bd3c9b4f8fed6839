package pl.odzew.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A PostgreSQL server that runs on a data folder, as its `postmaster.pid` tells.
///
/// It outlives the JVM that started it, so a new one may find it.
record Postmaster(ProcessHandle process, Path data, int port) {

    private static final int PID_LINE = 0;
    private static final int PORT_LINE = 3;
    /// Removed by the server as the last thing that it does.
    private static final String PID_FILE = "postmaster.pid";

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int TRIES = 200;

    /// Empty when none runs there; a process id that now belongs to another program does not count.
    static Optional<Postmaster> runningOn(Path data) {
        List<String> lines = lines(data.resolve(PID_FILE));
        if (lines.size() <= PORT_LINE) {
            return Optional.empty();
        }
        int port = Integer.parseInt(lines.get(PORT_LINE).strip());
        return ProcessHandle.of(Long.parseLong(lines.get(PID_LINE).strip()))
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info().command().orElse("postgres").contains("postgres"))
                .filter(_ -> isListening(port))
                .map(process -> new Postmaster(process, data, port));
    }

    /// Tells a server from one that has died and that nobody has buried yet.
    private static boolean isListening(int port) {
        try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /// Ends it as `pg_ctl stop -m fast` would: sessions are broken off, data are flushed.
    void stop() {
        try {
            new ProcessBuilder("sh", "-c", "kill -INT " + process.pid()).start().waitFor();
            for (int tries = TRIES; tries > 0; tries--) {
                if (!Files.exists(data.resolve(PID_FILE))) {
                    return;
                }
                Thread.sleep(PAUSE);
            }
            process.destroyForcibly();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> lines(Path pidFile) {
        try {
            return Files.readAllLines(pidFile);
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
