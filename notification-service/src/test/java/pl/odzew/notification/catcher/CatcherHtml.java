package pl.odzew.notification.catcher;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The catcher's pages.
final class CatcherHtml {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM HH:mm:ss", Locale.ENGLISH).withZone(ZoneId.of("Europe/Warsaw"));

    private static final String PAGE = """
            <!doctype html><html lang="en"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s</title><style>
            :root { color-scheme: light dark; }
            body { font: 15px/1.5 system-ui, sans-serif; max-width: 960px; margin: 2rem auto; padding: 0 1rem; }
            table { border-collapse: collapse; width: 100%%; } td, th { text-align: left; padding: .4rem .8rem .4rem 0; }
            tr { border-bottom: 1px solid #8884; } iframe { width: 100%%; height: 75vh; border: 1px solid #8886; }
            pre { white-space: pre-wrap; } dt { font-weight: 600; float: left; width: 6rem; clear: left; }
            dd { margin: 0 0 0 6rem; overflow-wrap: anywhere; }
            </style></head><body>%s</body></html>
            """;

    private CatcherHtml() {}

    static String list(List<CaughtMail> mails) {
        String rows = mails.stream().map(CatcherHtml::row).collect(Collectors.joining());
        String table = "<table><tr><th>Received</th><th>To</th><th>Subject</th></tr>" + rows + "</table>";
        return page("Caught mails", mails.isEmpty() ? "<p>No mail yet.</p>" : table);
    }

    static String mail(CaughtMail mail) {
        return page(mail.subject(), """
                <p><a href="/">All mails</a></p>
                <dl><dt>From</dt><dd>%s</dd><dt>To</dt><dd>%s</dd><dt>Subject</dt><dd>%s</dd><dt>Received</dt><dd>%s</dd></dl>
                %s
                <details %s><summary>As text</summary><pre>%s</pre></details>
                <details><summary>Header</summary><pre>%s</pre></details>
                """.formatted(
                        escaped(mail.from()),
                        escaped(mail.to()),
                        escaped(mail.subject()),
                        TIME.format(mail.receivedAt()),
                        mail.html() == null ? "" : frame(mail),
                        mail.html() == null ? "open" : "",
                        mail.text() == null ? "" : escaped(mail.text()),
                        escaped(header(mail))));
    }

    /// The mail's own HTML, whose links open beside the catcher.
    static String body(CaughtMail mail) {
        return mail.html() == null ? "" : mail.html().replaceFirst("(?i)<head>", "<head><base target=\"_blank\">");
    }

    private static String row(CaughtMail mail) {
        return "<tr><td>%s</td><td>%s</td><td><a href=\"/mail/%s\">%s</a></td></tr>"
                .formatted(TIME.format(mail.receivedAt()), escaped(mail.to()), mail.id(), escaped(subjectOf(mail)));
    }

    private static String frame(CaughtMail mail) {
        return "<iframe sandbox=\"allow-popups allow-popups-to-escape-sandbox\" title=\"The mail\" src=\"/body/%s\">"
                        .formatted(mail.id())
                + "</iframe>";
    }

    private static String subjectOf(CaughtMail mail) {
        return mail.subject().isBlank() ? "(no subject)" : mail.subject();
    }

    private static String header(CaughtMail mail) {
        return mail.headers().entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue())
                .collect(Collectors.joining("\n"));
    }

    private static String page(String title, String body) {
        return PAGE.formatted(escaped(title), body);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
