package pl.odzew.portal.words.qute;

import static io.quarkus.qute.TemplateExtension.ANY;

import io.quarkus.arc.Arc;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateExtension;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.odzew.portal.words.Language;
import pl.odzew.portal.words.Moments;
import pl.odzew.portal.words.Texts;

/// How templates say something: `{t:key}`, `{plural:key(n)}`, `{word:group(constant)}`, `{moment:said(at)}`.
public final class WordsInTemplates {

    private WordsInTemplates() {}

    private static Language spoken() {
        return Arc.container().instance(RequestLanguage.class).get().get();
    }

    private static Texts texts() {
        return Texts.in(spoken());
    }

    @TemplateExtension(namespace = "t", matchName = ANY, priority = 1)
    static String text(String key) {
        return texts().text(key);
    }

    @TemplateExtension(namespace = "t", matchName = ANY)
    static String text(String key, @Nullable Object value) {
        return texts().text(key, String.valueOf(value));
    }

    @TemplateExtension(namespace = "t", matchName = ANY)
    static String text(String key, @Nullable Object first, @Nullable Object second) {
        return texts().text(key, String.valueOf(first), String.valueOf(second));
    }

    /// A sentence of ours with mark-up in it; nothing of a person's may go into it.
    @TemplateExtension(namespace = "html", matchName = ANY)
    static RawString html(String key) {
        return new RawString(texts().text(key));
    }

    /// A sentence whose lines are the items of a list.
    @TemplateExtension(namespace = "lines", matchName = ANY)
    static List<RawString> lines(String key) {
        return Arrays.stream(texts().text(key).split("\\|"))
                .map(line -> new RawString(line.strip()))
                .toList();
    }

    @TemplateExtension(namespace = "plural", matchName = ANY)
    static String plural(String key, Number count) {
        return texts().plural(key, count.longValue());
    }

    @TemplateExtension(namespace = "word", matchName = ANY)
    static String word(String group, @Nullable Object constant) {
        return texts().word(group, String.valueOf(constant));
    }

    /// „dziś o 14:03”.
    @TemplateExtension(namespace = "moment")
    static String said(Instant at) {
        return moments().said(at);
    }

    @TemplateExtension(namespace = "moment")
    static String exactly(Instant at) {
        return moments().exactly(at);
    }

    @TemplateExtension(namespace = "moment")
    static String length(Duration length) {
        return Moments.length(length);
    }

    @TemplateExtension(namespace = "moment")
    static String seconds(Number seconds) {
        return Moments.length(Duration.ofSeconds(seconds.longValue()));
    }

    /// „12 lis”.
    @TemplateExtension(namespace = "moment")
    static String day(LocalDate day) {
        return moments().day(day);
    }

    /// The tag of the page's language.
    @TemplateExtension(namespace = "page")
    static String language() {
        return spoken().tag();
    }

    private static Moments moments() {
        Clock clock = Arc.container().instance(Clock.class).get();
        return new Moments(spoken(), clock.getZone(), clock.instant());
    }
}
