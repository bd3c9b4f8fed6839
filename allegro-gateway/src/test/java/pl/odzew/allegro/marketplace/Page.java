package pl.odzew.allegro.marketplace;

import java.util.List;

/// The page for people at `/`: who sells here and what was written.
final class Page {

    private Page() {}

    static String of(Store store, Conversations conversations, List<String> violations) {
        List<String> logins = store.read(data ->
                data.sellers.values().stream().map(seller -> seller.login).toList());
        var page = new StringBuilder("""
                <!doctype html><html lang="en"><meta charset="utf-8"><title>Allegro stand-in</title>
                <style>body{font-family:sans-serif;max-width:60em;margin:2em auto}td{padding:.2em .8em;vertical-align:top}</style>
                <h1>Allegro stand-in</h1>
                """);
        for (String login : logins) {
            page.append("<h2>").append(escaped(login)).append("</h2><table>");
            for (PostedMessage message : conversations.messages(login, null)) {
                row(page, message);
            }
            page.append("</table>");
        }
        page.append("<h2>Violations of the documents: ")
                .append(violations.size())
                .append("</h2><ul>");
        violations.forEach(each -> page.append("<li>").append(escaped(each)).append("</li>"));
        return page.append("</ul></html>").toString();
    }

    private static void row(StringBuilder page, PostedMessage message) {
        page.append("<tr>");
        String author = message.author() == null ? "Allegro" : message.author();
        for (String cell : List.of(
                message.createdAt().toString(),
                message.buyer(),
                author,
                message.by().name(),
                message.text())) {
            page.append("<td>").append(escaped(cell)).append("</td>");
        }
        page.append("</tr>");
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
