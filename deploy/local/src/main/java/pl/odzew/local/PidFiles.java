package pl.odzew.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The process ids of an installation, one file each: `run/<name>.pid`.
public final class PidFiles {

    private static final String SUFFIX = ".pid";
    private static final Pattern DIGITS = Pattern.compile("\\d{1,18}");

    private final DataFolder data;

    public PidFiles(DataFolder data) {
        this.data = data;
    }

    void write(String name, long pid) {
        try {
            Files.writeString(file(name), Long.toString(pid));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void remove(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Empty where nothing is noted; what is noted need not run.
    public Optional<Long> read(String name) {
        try {
            String text = Files.readString(file(name)).strip();
            return DIGITS.matcher(text).matches() ? Optional.of(Long.valueOf(text)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    List<String> names() {
        var names = new ArrayList<String>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(data.run(), "*" + SUFFIX)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                names.add(name.substring(0, name.length() - SUFFIX.length()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }

    private Path file(String name) {
        return data.run().resolve(name + SUFFIX);
    }
}
