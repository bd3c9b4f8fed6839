package pl.odzew.responder.rule.morfologik;

import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import morfologik.stemming.WordData;
import morfologik.stemming.polish.PolishStemmer;
import pl.odzew.responder.rule.BaseForms;

/// Looks words up in the dictionary of Polish; safe for use by many threads.
@Singleton
public class PolishBaseForms implements BaseForms {

    /// A stemmer keeps buffers of its own, so each thread has one; they share the dictionary.
    private final ThreadLocal<PolishStemmer> stemmers = ThreadLocal.withInitial(PolishStemmer::new);

    @Override
    public Set<String> of(String word) {
        List<WordData> found = stemmers.get().lookup(word);
        if (found.isEmpty()) {
            return Set.of();
        }
        var forms = new HashSet<String>();
        for (WordData data : found) {
            CharSequence stem = data.getStem();
            if (stem != null) {
                forms.add(stem.toString().toLowerCase(Locale.ROOT));
            }
        }
        return forms;
    }
}
