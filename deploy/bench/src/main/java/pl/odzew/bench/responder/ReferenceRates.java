package pl.odzew.bench.responder;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What ways of doing the same were seen to reach before; told beside the figures, never held against them, since the
/// machine and its noise were others.
final class ReferenceRates {

    private static final String RESOURCE = "reference-rates.txt";
    private static final String COMMENT = "#";

    private ReferenceRates() {}

    /// One line for each.
    static List<String> read() throws IOException {
        try (var resource = requireNonNull(ReferenceRates.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith(COMMENT))
                    .map(line -> "Seen before, elsewhere: " + line)
                    .toList();
        }
    }
}
