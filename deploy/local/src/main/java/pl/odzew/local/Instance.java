package pl.odzew.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// The one launcher that may run on a data folder; the operating system takes the claim back when it dies.
///
/// @param pid of the launcher
/// @param portBase of its plan
/// @param ready whether everything answers
public record Instance(long pid, int portBase, boolean ready) {

    private static final String READY = "ready";
    private static final String STARTING = "starting";

    /// The launcher that runs on the folder now.
    public static Optional<Instance> runningOn(DataFolder data) {
        return isClaimed(data) ? read(data) : Optional.empty();
    }

    /// Claims the folder for this process; empty when another holds it.
    static Optional<FileLock> claim(DataFolder data) {
        try {
            FileChannel channel = FileChannel.open(lockFile(data), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
            }
            return Optional.ofNullable(lock);
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(DataFolder data) {
        String text = "%d %d %s".formatted(pid, portBase, ready ? READY : STARTING);
        try (FileChannel file = FileChannel.open(
                stateFile(data),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            file.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isClaimed(DataFolder data) {
        Optional<FileLock> lock = claim(data);
        try {
            if (lock.isPresent()) {
                lock.get().acquiredBy().close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lock.isEmpty();
    }

    private static Optional<Instance> read(DataFolder data) {
        try {
            String[] words = Files.readString(stateFile(data)).strip().split(" ");
            return words.length < 3
                    ? Optional.empty()
                    : Optional.of(
                            new Instance(Long.parseLong(words[0]), Integer.parseInt(words[1]), words[2].equals(READY)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path lockFile(DataFolder data) {
        return data.run().resolve("launcher.lock");
    }

    private static Path stateFile(DataFolder data) {
        return data.run().resolve("launcher.state");
    }
}
