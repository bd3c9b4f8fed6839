package pl.odzew.notification.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// What mails look like, kept in `src/test/resources/letters`, so that a change of a word is seen in the change.
///
/// `-Dletters.write=true` writes them anew; `target/mails` has those of the present run, to be looked at.
final class Snapshots {

    private static final Path KEPT = Path.of("src", "test", "resources", "letters");
    private static final Path LOOKED_AT = Path.of("target", "mails");
    private static final boolean WRITE = Boolean.getBoolean("letters.write");

    private static final String WITH_HEAD = "warning.html";
    private static final Pattern HEAD = Pattern.compile("(?s)<head>.*</head>\\R");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern TOKEN = Pattern.compile("token=[\\w-]+");
    private static final Pattern MOMENT =
            Pattern.compile("(\\d{1,2}\\.? \\p{L}+ \\d{4}|\\d{4}\\. \\p{L}+ \\d{1,2}\\.), \\d\\d:\\d\\d");

    private Snapshots() {}

    static void compare(String name, String text, String html) throws IOException {
        Files.createDirectories(LOOKED_AT);
        Files.writeString(LOOKED_AT.resolve(name + ".html"), html);
        Files.writeString(LOOKED_AT.resolve(name + ".txt"), text);
        compare(name + ".html", html);
        compare(name + ".txt", text);
    }

    /// Of the other languages the words; the form is the same.
    static void compareWords(String name, String text) throws IOException {
        compare(name + ".txt", text);
    }

    private static void compare(String file, String content) throws IOException {
        String normal = normal(file, content);
        Path kept = KEPT.resolve(file);
        if (WRITE) {
            Files.createDirectories(KEPT);
            Files.writeString(kept, normal);
        }
        assertThat(kept).exists();
        assertThat(normal).as(file).isEqualTo(Files.readString(kept));
    }

    /// What differs from run to run is taken out, and the head, which is the same in all, but of one.
    private static String normal(String file, String content) {
        String text = content.replace("\r\n", "\n").stripTrailing() + "\n";
        if (!file.equals(WITH_HEAD)) {
            text = HEAD.matcher(text).replaceAll("");
        }
        text = ID.matcher(text).replaceAll("ID");
        text = TOKEN.matcher(text).replaceAll("token=TOKEN");
        return MOMENT.matcher(text).replaceAll("WHEN");
    }
}
