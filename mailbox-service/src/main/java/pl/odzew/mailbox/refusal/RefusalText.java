package pl.odzew.mailbox.refusal;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A refusal taken apart: the status that counts, the response codes, and the sentences in lower case.
///
/// @param status `NO`, `BAD`, `BYE`, `OK`, `-ERR`, or SMTP's three digits; empty where no line has one. A tagged line
///     counts before an untagged one, since a server may take leave after it has said why
/// @param codes IMAP's response codes (RFC 5530) or SMTP's enhanced status codes (RFC 3463), without their arguments
/// @param sentences all lines without their codes, joined by a space: a phrase may be broken across SMTP's lines
/// @param challenge the decoded challenge of XOAUTH2
record RefusalText(
        String status,
        Set<String> codes,
        String sentences,
        String words,
        @Nullable URI link,
        @Nullable String challenge) {

    private static final Pattern IMAP = Pattern.compile(
            "(\\* )?(OK|NO|BAD|BYE|PREAUTH|-ERR)\\b\\s*(?:\\[([^\\s\\]]+)(?:\\s+([^\\]]*))?])?\\s*(.*)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SMTP =
            Pattern.compile("(\\d{3})(?:[ -](?:([245]\\.\\d{1,3}\\.\\d{1,3})(?:\\s+|$))?(.*))?");
    private static final Pattern CHALLENGE = Pattern.compile("(?:\\+|334) ([A-Za-z0-9+/]{8,}={0,2})");
    private static final Pattern LINK = Pattern.compile("https://[^\\s\\]\\[<>\"()]+");
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}");

    RefusalText {
        codes = Set.copyOf(codes);
    }

    static RefusalText of(ServerRefusal refusal) {
        var codes = new TreeSet<String>();
        var sentences = new ArrayList<String>();
        String tagged = "";
        String untagged = "";
        URI link = null;
        String challenge = null;
        for (String line : refusal.lines()) {
            Matcher asked = CHALLENGE.matcher(line);
            if (asked.matches()) {
                challenge = decoded(asked.group(1));
                continue;
            }
            Matcher imap = IMAP.matcher(line);
            Matcher smtp = SMTP.matcher(line);
            if (smtp.matches()) {
                tagged = smtp.group(1);
                Optional.ofNullable(smtp.group(2)).ifPresent(codes::add);
                sentences.add(orEmpty(smtp.group(3)));
            } else if (imap.matches()) {
                String status = imap.group(2).toUpperCase(Locale.ROOT);
                if (imap.group(1) == null) {
                    tagged = status;
                } else {
                    untagged = status;
                }
                Optional.ofNullable(imap.group(3))
                        .map(code -> code.toUpperCase(Locale.ROOT))
                        .ifPresent(codes::add);
                sentences.add(imap.group(5));
            } else {
                sentences.add(line);
            }
            link = link == null ? linkIn(line) : link;
        }
        return new RefusalText(
                tagged.isEmpty() ? untagged : tagged,
                codes,
                String.join(" ", sentences).replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT),
                words(refusal.lines()),
                link,
                challenge);
    }

    boolean says(String phrase) {
        return sentences.contains(phrase);
    }

    boolean hasCode(String code) {
        return codes.contains(code);
    }

    private static String words(List<String> lines) {
        String words = CONTROLS.matcher(String.join(" ", lines)).replaceAll(" ").strip();
        return words.length() <= Verdict.MAX_WORDS ? words : words.substring(0, Verdict.MAX_WORDS);
    }

    private static @Nullable URI linkIn(String line) {
        Matcher link = LINK.matcher(line);
        if (!link.find()) {
            return null;
        }
        try {
            return new URI(link.group().replaceAll("[.,;:!]+$", ""));
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static @Nullable String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
