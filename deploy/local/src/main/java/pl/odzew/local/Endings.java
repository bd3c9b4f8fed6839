package pl.odzew.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// Waits for processes that were asked to end, and ends those that do not listen.
final class Endings {

    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final int PATIENCE = 300;

    private Endings() {}

    static void await(ProcessHandle process) {
        try {
            for (int pauses = 0; !hasEnded(process); pauses++) {
                if (pauses == PATIENCE) {
                    process.destroyForcibly();
                }
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    private static boolean hasEnded(ProcessHandle process) {
        return !process.isAlive() || isUnburied(process);
    }

    /// In a container often nobody buries the children of the dead; Linux shows an empty command line for such a one.
    private static boolean isUnburied(ProcessHandle process) {
        try {
            return Files.readAllBytes(Path.of("/proc", Long.toString(process.pid()), "cmdline")).length == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
