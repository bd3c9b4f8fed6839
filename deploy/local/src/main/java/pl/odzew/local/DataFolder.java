package pl.odzew.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where everything of one local installation lies; removing the folder makes it new.
public record DataFolder(Path path) {

    public DataFolder {
        path = path.toAbsolutePath().normalize();
    }

    public Path kafka() {
        return path.resolve("kafka");
    }

    public Path postgres() {
        return path.resolve("postgres/data");
    }

    public Path postgresBinaries() {
        return path.resolve("postgres/binaries");
    }

    public Path standIn(String name) {
        return made(path.resolve("stand-ins").resolve(name));
    }

    public Path keysets() {
        return made(path.resolve("keys"));
    }

    public Path run() {
        return made(path.resolve("run"));
    }

    public Path logs() {
        return made(path.resolve("logs"));
    }

    public Path log(String process) {
        return logs().resolve(process + ".log");
    }

    private static Path made(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
