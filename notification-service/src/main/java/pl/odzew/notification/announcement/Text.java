package pl.odzew.notification.announcement;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Stream;

/// The words of an announcement in one language.
///
/// @param body plain text; an empty line begins a paragraph
public record Text(String subject, String body) {

    private static final String EMPTY_LINE = "\n[ \\t]*\n\\s*";

    public Text {
        requireNonNull(subject, "subject is null");
        requireNonNull(body, "body is null");
        if (subject.lines().count() != 1) {
            throw new IllegalArgumentException("a subject of one line expected");
        }
    }

    public List<String> paragraphs() {
        return Stream.of(body.replace("\r\n", "\n").split(EMPTY_LINE))
                .map(String::strip)
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
    }
}
