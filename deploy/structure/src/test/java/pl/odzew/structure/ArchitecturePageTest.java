package pl.odzew.structure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The architecture page names classes and files; this keeps it from rotting.
class ArchitecturePageTest {

    private static final Path REPOSITORY = Path.of("../..");
    private static final Path PAGE = REPOSITORY.resolve("docs/architecture.md");

    private static final Pattern CLASS_NAME = Pattern.compile("`([A-Z][a-z]+(?:[A-Z][A-Za-z]*)+)`");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(?:#[^)]*)?\\)");

    @Test
    void namesOnlyClassesThatExist() throws IOException {
        // Given
        Set<String> known = javaFiles();

        // When
        Set<String> named = find(CLASS_NAME, Files.readString(PAGE, UTF_8));

        // Then
        assertThat(named).isNotEmpty().isSubsetOf(known);
    }

    @Test
    void linksOnlyToFilesThatExist() throws IOException {
        // When
        Set<String> links = find(LINK, Files.readString(PAGE, UTF_8));

        // Then
        assertThat(links)
                .isNotEmpty()
                .allSatisfy(link -> assertThat(PAGE.resolveSibling(link)).exists());
    }

    private static Set<String> find(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(toSet());
    }

    private static Set<String> javaFiles() throws IOException {
        try (var files = Files.walk(REPOSITORY)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(toSet());
        }
    }
}
