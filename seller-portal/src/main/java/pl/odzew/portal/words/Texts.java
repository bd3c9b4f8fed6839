package pl.odzew.portal.words;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/// Every sentence of the pages in one language, by its key; `texts/<language>.properties`.
public final class Texts {

    private static final Map<Language, Texts> ALL = load();

    private final Language language;
    private final Map<String, String> sentences;

    private Texts(Language language, Map<String, String> sentences) {
        this.language = language;
        this.sentences = sentences;
    }

    public static Texts in(Language language) {
        return requireNonNull(ALL.get(language));
    }

    public Set<String> keys() {
        return Collections.unmodifiableSet(sentences.keySet());
    }

    /// @throws IllegalArgumentException for a key that has no sentence: a mistake in a page, which tests find
    public String text(String key) {
        String sentence = sentences.get(key);
        if (sentence == null) {
            throw new IllegalArgumentException("no text in " + language.tag() + " for " + key);
        }
        return sentence;
    }

    /// The sentence with `{0}`, `{1}`, … replaced.
    public String text(String key, Object... values) {
        return fill(text(key), values);
    }

    /// The sentence in the form that goes with the number, which stands for `{0}`.
    public String plural(String key, long count) {
        return fill(text(key + Plural.of(language, count).suffix()), count);
    }

    /// The word for a constant of another service; for one that is newer than this portal the word `<group>.other`.
    public String word(String group, String constant) {
        String word = sentences.get(group + "." + constant);
        return word == null ? text(group + ".other") : word;
    }

    private static String fill(String sentence, Object... values) {
        String filled = sentence;
        for (int i = 0; i < values.length; i++) {
            filled = filled.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return filled;
    }

    private static Map<Language, Texts> load() {
        var all = new EnumMap<Language, Texts>(Language.class);
        for (Language language : Language.values()) {
            all.put(language, new Texts(language, read("/texts/" + language.tag() + ".properties")));
        }
        return all;
    }

    private static Map<String, String> read(String resource) {
        try (InputStream in = requireNonNull(Texts.class.getResourceAsStream(resource), resource)) {
            var properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            var sentences = new TreeMap<String, String>();
            properties.forEach((key, value) -> sentences.put(key.toString(), value.toString()));
            return sentences;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
