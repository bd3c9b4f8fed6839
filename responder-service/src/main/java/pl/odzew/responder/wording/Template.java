package pl.odzew.responder.wording;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pl.odzew.responder.wording.TextFault.Kind;

/// A seller's text, read into words and placeholders; immutable.
///
/// Reading never fails: a placeholder that is unknown or not closed stands as its own characters, and [#faults] names
/// it.
public final class Template {

    /// Allegro's limit for a message, in UTF-16 code units.
    public static final int ALLEGRO_LIMIT = 2000;

    /// Enough for a letter; nobody reads more.
    public static final int MAIL_LIMIT = 10_000;

    private static final String OPEN = "{{";
    private static final String CLOSE = "}}";
    private static final int EXCERPT = 60;

    private static final Pattern LINK = Pattern.compile("(?i)\\bhttps?://\\S+|\\bwww\\.\\S+");

    /// A name with an ending that is a domain's; `pl.` at the end of a sentence is none.
    private static final Pattern DOMAIN = Pattern.compile("(?i)(?<![\\w@.-])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)+"
            + "(?:pl|com|eu|net|org|info|biz|shop|store|cz|sk|hu|de|io|online|site)\\b(?![\\w-])");

    private sealed interface Part {

        record Words(String words) implements Part {}

        record Gap(Placeholder placeholder, @Nullable String fallback) implements Part {}
    }

    private final String source;
    private final List<Part> parts;
    private final List<TextFault> faults;

    private Template(String source, List<Part> parts, List<TextFault> faults) {
        this.source = source;
        this.parts = List.copyOf(parts);
        this.faults = List.copyOf(faults);
    }

    public static Template of(String source) {
        requireNonNull(source, "source is null");
        var parts = new ArrayList<Part>();
        var faults = new ArrayList<TextFault>();
        int position = 0;
        while (position < source.length()) {
            int open = source.indexOf(OPEN, position);
            if (open < 0) {
                parts.add(new Part.Words(source.substring(position)));
                break;
            }
            int close = source.indexOf(CLOSE, open);
            if (close < 0) {
                faults.add(new TextFault(Kind.NOT_CLOSED, open, excerpt(source, open, source.length())));
                parts.add(new Part.Words(source.substring(position)));
                break;
            }
            if (open > position) {
                parts.add(new Part.Words(source.substring(position, open)));
            }
            int end = close + CLOSE.length();
            parts.add(gap(source, open, end, faults));
            position = end;
        }
        return new Template(source, parts, faults);
    }

    private static Part gap(String source, int open, int end, List<TextFault> faults) {
        String[] inside =
                source.substring(open + OPEN.length(), end - CLOSE.length()).split("\\|", 2);
        @Nullable Placeholder placeholder = Placeholder.named(inside[0].strip()).orElse(null);
        if (placeholder == null) {
            faults.add(new TextFault(Kind.UNKNOWN_PLACEHOLDER, open, excerpt(source, open, end)));
            return new Part.Words(source.substring(open, end));
        }
        String fallback = inside.length > 1 ? inside[1] : null;
        if (fallback == null && placeholder.mayBeAbsent()) {
            faults.add(new TextFault(Kind.NEEDS_FALLBACK, open, excerpt(source, open, end)));
        }
        return new Part.Gap(placeholder, fallback);
    }

    /// As the seller wrote it.
    public String source() {
        return source;
    }

    public Set<Placeholder> placeholders() {
        var found = EnumSet.noneOf(Placeholder.class);
        for (Part part : parts) {
            if (part instanceof Part.Gap gap) {
                found.add(gap.placeholder());
            }
        }
        return found;
    }

    /// @param values absent ones leave the fall-back; values are not read for placeholders again
    public String fill(Function<Placeholder, @Nullable String> values) {
        var filled = new StringBuilder(source.length());
        for (Part part : parts) {
            switch (part) {
                case Part.Words words -> filled.append(words.words());
                case Part.Gap gap -> {
                    String value = values.apply(gap.placeholder());
                    if (value != null) {
                        filled.append(cut(value, gap.placeholder().longest()));
                    } else if (gap.fallback() != null) {
                        filled.append(gap.fallback());
                    }
                }
            }
        }
        return filled.toString();
    }

    /// The length of the text when each placeholder has its longest value or fall-back, in UTF-16 code units.
    ///
    /// @param signature the seller's own, whose length is known
    public int worstCaseLength(String signature) {
        int length = 0;
        for (Part part : parts) {
            length += switch (part) {
                case Part.Words words -> words.words().length();
                case Part.Gap gap -> {
                    int fallback = gap.fallback() == null ? 0 : gap.fallback().length();
                    int longest = gap.placeholder() == Placeholder.SIGNATURE
                            ? signature.length()
                            : gap.placeholder().longest();
                    yield Math.max(longest, fallback);
                }
            };
        }
        return length;
    }

    /// What the seller should know of the text, in the order of its places.
    ///
    /// @param limit what the channel takes
    public List<TextFault> faults(int limit, String signature) {
        var all = new ArrayList<>(faults);
        if (source.isBlank()) {
            all.add(new TextFault(Kind.BLANK, 0, ""));
        }
        int worst = worstCaseLength(signature);
        if (worst > limit) {
            all.add(new TextFault(Kind.TOO_LONG, Math.min(limit, source.length()), worst + " > " + limit));
        }
        Matcher link = LINK.matcher(source);
        while (link.find()) {
            all.add(new TextFault(Kind.LINK, link.start(), excerpt(source, link.start(), link.end())));
        }
        Matcher domain = DOMAIN.matcher(LINK.matcher(source)
                .replaceAll(found -> " ".repeat(found.group().length())));
        while (domain.find()) {
            all.add(new TextFault(Kind.DOMAIN, domain.start(), excerpt(source, domain.start(), domain.end())));
        }
        all.sort((one, other) -> Integer.compare(one.position(), other.position()));
        return List.copyOf(all);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Template template && template.source.equals(source);
    }

    @Override
    public int hashCode() {
        return source.hashCode();
    }

    @Override
    public String toString() {
        return "Template[" + source.length() + " characters]";
    }

    /// Never half a character.
    private static String cut(String value, int longest) {
        if (value.length() <= longest) {
            return value;
        }
        int end = Character.isHighSurrogate(value.charAt(longest - 1)) ? longest - 1 : longest;
        return value.substring(0, end);
    }

    private static String excerpt(String source, int from, int to) {
        return source.substring(from, Math.min(to, from + EXCERPT));
    }
}
