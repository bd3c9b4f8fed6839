package pl.odzew.mailbox.intake.mime;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.QueryParser;

/// What a person reads in an HTML mail, line by line, without what he cannot see and without quoted mails.
final class HtmlText {

    private static final Evaluator UNSEEN =
            QueryParser.parse("script, style, head, template, [hidden], [style*=display:none], [style*=display: none]");

    /// Where mail programs put the mail that is answered.
    private static final Evaluator QUOTED =
            QueryParser.parse("blockquote, .gmail_quote, .gmail_attr, .moz-cite-prefix, .yahoo_quoted");

    /// Outlook puts it behind one of these, among the same element's children.
    private static final Set<String> QUOTED_FROM_HERE = Set.of("divRplyFwdMsg", "appendonsend");

    private static final Set<String> LINES =
            Set.of("p", "div", "br", "tr", "li", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "table", "ul", "ol", "pre");

    /// The parser's time grows with the square of the open tags: a hundred thousand of them took half a minute.
    /// Mails have some thousand at most; what follows is not read.
    private static final int MOST_TAGS = 5_000;

    private static final int MOST_LINKS = 200;
    private static final int LONGEST_LINK = 2_000;

    private final Document document;

    HtmlText(String html) {
        this.document = Jsoup.parse(bounded(html));
    }

    List<String> links() {
        return document.select("a[href]").stream()
                .map(link -> link.attr("href"))
                .filter(link -> link.length() <= LONGEST_LINK)
                .limit(MOST_LINKS)
                .toList();
    }

    String text() {
        String own = read(false);
        return own.isBlank() ? read(true) : own;
    }

    /// One walk, whose cost grows with the mail's length alone: selectors that look at siblings, and removing what
    /// they find, take minutes for a mail that somebody made of a hundred thousand of them.
    private String read(boolean quotedToo) {
        var text = new StringBuilder();
        var quotedBehind = new HashSet<Node>();
        document.filter(new NodeFilter() {
            @Override
            public FilterResult head(Node node, int depth) {
                if (node instanceof TextNode words) {
                    append(text, words.getWholeText());
                } else if (node instanceof Element element) {
                    if (element.is(UNSEEN) || !quotedToo && isQuoted(element)) {
                        return FilterResult.SKIP_ENTIRELY;
                    }
                    endLineAt(element, text);
                }
                return FilterResult.CONTINUE;
            }

            @Override
            public FilterResult tail(Node node, int depth) {
                if (node instanceof Element element) {
                    endLineAt(element, text);
                }
                return FilterResult.CONTINUE;
            }

            private boolean isQuoted(Element element) {
                if (QUOTED_FROM_HERE.contains(element.id()) && element.parent() != null) {
                    quotedBehind.add(element.parent());
                }
                return quotedBehind.contains(element.parent()) || element.is(QUOTED);
            }
        });
        return text.toString().strip();
    }

    private static String bounded(String html) {
        int tags = 0;
        for (int i = 0; i < html.length(); i++) {
            if (html.charAt(i) == '<' && ++tags > MOST_TAGS) {
                return html.substring(0, i);
            }
        }
        return html;
    }

    private static void endLineAt(Element element, StringBuilder text) {
        if (LINES.contains(element.normalName())) {
            endLine(text);
        }
    }

    private static void append(StringBuilder text, String words) {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            boolean space = Character.isWhitespace(c) || c == '\u00a0';
            char last = text.isEmpty() ? '\n' : text.charAt(text.length() - 1);
            if (!space) {
                text.append(c);
            } else if (last != ' ' && last != '\n') {
                text.append(' ');
            }
        }
    }

    private static void endLine(StringBuilder text) {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
    }
}
