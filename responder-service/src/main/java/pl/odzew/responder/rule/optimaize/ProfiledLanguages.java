package pl.odzew.responder.rule.optimaize;

import com.optimaize.langdetect.LanguageDetector;
import com.optimaize.langdetect.LanguageDetectorBuilder;
import com.optimaize.langdetect.i18n.LdLocale;
import com.optimaize.langdetect.ngram.NgramExtractors;
import com.optimaize.langdetect.profiles.LanguageProfileReader;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import pl.odzew.responder.rule.LanguageGuess;
import pl.odzew.responder.wording.Language;

/// Compares the letters of a text with profiles of our languages; safe for use by many threads.
@Singleton
public class ProfiledLanguages implements LanguageGuess {

    private static final double SURE = 0.7;
    private static final int SHORTEST = 12;
    private static final int LONGEST = 1_000;

    private final LanguageDetector detector;

    public ProfiledLanguages() {
        var profiles = new LanguageProfileReader();
        try {
            detector = LanguageDetectorBuilder.create(NgramExtractors.standard())
                    .withProfiles(profiles.readBuiltIn(Arrays.stream(Language.values())
                            .map(language -> LdLocale.fromString(language.code()))
                            .toList()))
                    .shortTextAlgorithm(100)
                    .seed(1) // the same text has the same language whenever it is asked for
                    .minimalConfidence(SURE)
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException("the profiles of languages cannot be read", e);
        }
    }

    @Override
    public Optional<Language> of(String text) {
        if (text.length() < SHORTEST) {
            return Optional.empty();
        }
        return detector.getProbabilities(text.substring(0, Math.min(LONGEST, text.length()))).stream()
                .filter(found -> found.getProbability() >= SURE)
                .findFirst()
                .flatMap(found -> Language.of(found.getLocale().getLanguage()));
    }
}
