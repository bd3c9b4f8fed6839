package pl.odzew.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;

/// What an interrupted first start of PostgreSQL leaves behind, and what every later start would stumble over.
final class Leftovers {

    /// The names are those of the library that unpacks.
    private static final String UNPACKED_MARK = ".exists";

    private static final String LOCK = "epg-lock";

    private Leftovers() {}

    /// Keeps what another process is unpacking at this moment.
    static void removeHalfUnpacked(Path binaries) throws IOException {
        try (DirectoryStream<Path> unpacked = Files.newDirectoryStream(binaries, "PG-*")) {
            for (Path folder : unpacked) {
                if (!Files.exists(folder.resolve(UNPACKED_MARK)) && !isBeingUnpacked(folder)) {
                    remove(folder);
                }
            }
        }
    }

    /// A folder on which the server never came up: `initdb` refuses one that is not empty.
    static void removeHalfInitialised(Path data) throws IOException {
        if (Files.isDirectory(data) && !Files.exists(initialisedMark(data))) {
            remove(data);
        }
    }

    static void markInitialised(Path data) throws IOException {
        if (!Files.exists(initialisedMark(data))) {
            Files.createFile(initialisedMark(data));
        }
    }

    private static Path initialisedMark(Path data) {
        return data.resolveSibling(data.getFileName() + ".initialised");
    }

    static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(Leftovers::delete);
        }
    }

    private static boolean isBeingUnpacked(Path folder) throws IOException {
        try (FileChannel channel =
                        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException e) {
            return true;
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
