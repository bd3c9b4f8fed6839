package pl.odzew.responder.rule;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/// A word or a few words in a row that a message must hold, in any inflected form; never a part of a longer word.
///
/// A buyer who leaves out Polish signs (*fakture*) is understood.
public final class Keyword {

    /// A form of one word begins as its base form does; what begins otherwise need not be looked up.
    private static final int SAME_BEGINNING = 2;

    private record Wanted(String beginning, Set<String> forms, String bare) {}

    private final String source;
    private final List<Wanted> wanted;

    private Keyword(String source, List<Wanted> wanted) {
        this.source = source;
        this.wanted = List.copyOf(wanted);
    }

    /// Throws [IllegalArgumentException] for a text without a word.
    public static Keyword of(String source, BaseForms baseForms) {
        Words words = Words.of(requireNonNull(source, "source is null"), baseForms);
        if (words.count() == 0) {
            throw new IllegalArgumentException("a keyword has a letter or a digit");
        }
        var wanted = new ArrayList<Wanted>();
        for (int i = 0; i < words.count(); i++) {
            String bare = words.bare(i);
            wanted.add(new Wanted(
                    bare.substring(0, Math.min(SAME_BEGINNING, bare.length())), Set.copyOf(words.forms(i)), bare));
        }
        return new Keyword(source, wanted);
    }

    /// Whether the text holds a word.
    public static boolean isKeyword(String source) {
        return Words.of(source, BaseForms.NONE).count() > 0;
    }

    public String source() {
        return source;
    }

    boolean isIn(Words words) {
        for (int start = 0; start + wanted.size() <= words.count(); start++) {
            if (isAt(start, words)) {
                return true;
            }
        }
        return false;
    }

    private boolean isAt(int start, Words words) {
        for (int i = 0; i < wanted.size(); i++) {
            if (!isForm(wanted.get(i), words, start + i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isForm(Wanted wanted, Words words, int index) {
        String bare = words.bare(index);
        if (bare.equals(wanted.bare())) {
            return true;
        }
        return bare.startsWith(wanted.beginning()) && !Collections.disjoint(wanted.forms(), words.forms(index));
    }

    @Override
    public String toString() {
        return source;
    }
}
