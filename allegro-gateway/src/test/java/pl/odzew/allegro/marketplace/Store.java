package pl.odzew.allegro.marketplace;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Keeps [Data] under one lock and, where there is a folder, writes it whole after each change by an atomic rename.
final class Store {

    static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final ReentrantLock lock = new ReentrantLock();
    private final @Nullable Path file;
    private final Data data;

    Store(@Nullable Path folder) {
        try {
            file = folder == null ? null : Files.createDirectories(folder).resolve("marketplace.json");
            data = file != null && Files.exists(file) ? JSON.readValue(file.toFile(), Data.class) : new Data();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    <T> T read(Function<Data, T> reading) {
        lock.lock();
        try {
            return reading.apply(data);
        } finally {
            lock.unlock();
        }
    }

    <T> T change(Function<Data, T> change) {
        lock.lock();
        try {
            T result = change.apply(data);
            save();
            return result;
        } finally {
            lock.unlock();
        }
    }

    private void save() {
        if (file == null) {
            return;
        }
        try {
            Path next = file.resolveSibling("marketplace.json.next");
            JSON.writeValue(next.toFile(), data);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
