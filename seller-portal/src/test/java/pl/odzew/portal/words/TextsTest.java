package pl.odzew.portal.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextsTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern SENTENCE = Pattern.compile("\\b(?:t|html|lines):(\\w+)");
    private static final Pattern PLURAL = Pattern.compile("\\bplural:(\\w+)\\(");
    private static final Pattern WORD = Pattern.compile("\\bword:(\\w+)\\(");

    @Test
    void everyLanguageSaysTheSameThings() {
        assertThat(Texts.in(Language.ENGLISH).keys())
                .containsExactlyInAnyOrderElementsOf(Texts.in(Language.POLISH).keys());
    }

    @ParameterizedTest
    @EnumSource
    void whatPagesSayIsWritten(Language language) throws IOException {
        // Given
        Set<String> written = Texts.in(language).keys();

        // When
        Set<String> needed = new TreeSet<>();
        for (String page : pages()) {
            SENTENCE.matcher(page).results().forEach(found -> needed.add(found.group(1)));
            WORD.matcher(page).results().forEach(found -> needed.add(found.group(1) + ".other"));
            PLURAL.matcher(page)
                    .results()
                    .forEach(found -> needed.addAll(
                            List.of(found.group(1) + ".one", found.group(1) + ".few", found.group(1) + ".many")));
        }

        // Then
        assertThat(needed).hasSizeGreaterThan(100);
        assertThat(written).containsAll(needed);
    }

    @Test
    void numbersTakeTheFormThatGoesWithThem() {
        assertThat(Texts.in(Language.POLISH).plural("waiting_title", 1)).isEqualTo("1 kupujący czeka na odpowiedź");
        assertThat(Texts.in(Language.POLISH).plural("waiting_title", 3)).isEqualTo("3 kupujących czeka na odpowiedź");
        assertThat(Texts.in(Language.ENGLISH).plural("waiting_title", 3)).isEqualTo("3 buyers wait for an answer");
    }

    @Test
    void aConstantThatIsNewerThanThePortalHasAWordToo() {
        assertThat(Texts.in(Language.POLISH).word("mailbox_status", "HIBERNATING"))
                .isEqualTo("Stan nieznany");
    }

    @Test
    void aKeyWithoutASentenceIsAMistake() {
        Texts texts = Texts.in(Language.POLISH);
        assertThatThrownBy(() -> texts.text("no_such_key")).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> pages() throws IOException {
        var pages = new ArrayList<String>();
        try (var files = Files.walk(TEMPLATES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                pages.add(Files.readString(file));
            }
        }
        return pages;
    }
}
