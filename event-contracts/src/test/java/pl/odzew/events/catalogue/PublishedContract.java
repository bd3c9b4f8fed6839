package pl.odzew.events.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file of the published contract, which the build holds against the code.
///
/// With `-Dcontracts.write=true` the file is written instead, for the author of a change to look at and commit.
record PublishedContract(Path file) {

    private static final boolean WRITE = Boolean.getBoolean("contracts.write");

    static PublishedContract schema(EventType type) {
        return new PublishedContract(Path.of("src/main/resources/schemas", type.wireName() + ".json"));
    }

    static PublishedContract sample(EventType type) {
        return new PublishedContract(Path.of("src/test/resources/golden", type.wireName() + ".json"));
    }

    static PublishedContract document() {
        return new PublishedContract(Path.of("src/main/resources/catalogue/asyncapi.json"));
    }

    static PublishedContract page() {
        return new PublishedContract(Path.of("src/main/resources/catalogue/index.html"));
    }

    String text(String today) throws IOException {
        if (WRITE) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, today, UTF_8);
        }
        return Files.readString(file, UTF_8);
    }
}
