package pl.odzew.responder.rule;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words of a text with their base forms, as far as a keyword may ask for them; not for use by several threads.
final class Words {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:[-'’][\\p{L}\\p{N}]+)*");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /// What a letter may stand for when somebody writes without Polish signs.
    private static final Map<Character, String> SIGNS =
            Map.of('a', "ą", 'c', "ć", 'e', "ę", 'l', "ł", 'n', "ń", 'o', "ó", 's', "ś", 'z', "źż");

    /// A word with many such letters is not tried in all ways.
    private static final int MOST_READINGS = 512;

    private final BaseForms baseForms;
    private final List<Word> words;

    /// @param forms empty until somebody asks
    private static final class Word {
        private final String written;
        private final String bare;
        private Set<String> forms = Set.of();
        private boolean known;

        private Word(String written) {
            this.written = written;
            this.bare = withoutSigns(written);
        }
    }

    private Words(List<Word> words, BaseForms baseForms) {
        this.words = words;
        this.baseForms = baseForms;
    }

    static Words of(String text, BaseForms baseForms) {
        var words = new ArrayList<Word>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(new Word(matcher.group().toLowerCase(Locale.ROOT)));
        }
        return new Words(words, baseForms);
    }

    int count() {
        return words.size();
    }

    String written(int index) {
        return words.get(index).written;
    }

    String bare(int index) {
        return words.get(index).bare;
    }

    /// The word itself and its base forms, with and without Polish signs restored.
    Set<String> forms(int index) {
        Word word = words.get(index);
        if (!word.known) {
            word.forms = formsOf(word.written, baseForms);
            word.known = true;
        }
        return word.forms;
    }

    static Set<String> formsOf(String word, BaseForms baseForms) {
        var forms = new HashSet<String>();
        forms.add(word);
        Set<String> bases = baseForms.of(word);
        if (!bases.isEmpty()) {
            forms.addAll(bases);
        }
        for (String reading : readings(word)) {
            Set<String> of = baseForms.of(reading);
            if (!of.isEmpty()) {
                forms.addAll(of);
                forms.add(reading);
            }
        }
        return forms;
    }

    /// The word with Polish signs put in where they may have been left out.
    private static List<String> readings(String word) {
        if (!word.equals(withoutSigns(word))) {
            return List.of();
        }
        var readings = new ArrayList<>(List.of(""));
        for (int i = 0; i < word.length(); i++) {
            char letter = word.charAt(i);
            String signs = readings.size() > MOST_READINGS ? "" : SIGNS.getOrDefault(letter, "");
            int before = readings.size();
            for (int j = 0; j < before; j++) {
                String start = readings.get(j);
                for (char sign : signs.toCharArray()) {
                    readings.add(start + sign);
                }
                readings.set(j, start + letter);
            }
        }
        readings.remove(word);
        return readings;
    }

    static String withoutSigns(String word) {
        return MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD))
                .replaceAll("")
                .replace('ł', 'l');
    }
}
