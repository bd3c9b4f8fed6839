package pl.odzew.allegro.marketplace;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The operations of Allegro's REST API that the stand-in knows; each stands in one of the documents.
enum Operation {
    ME("GET", "/me", Document.PUBLIC, "allegro:api:profile:read"),
    ADDITIONAL_EMAILS("GET", "/account/additional-emails", Document.PUBLIC, "allegro:api:profile:read"),
    THREADS("GET", "/messaging/threads", Document.MESSAGING_BETA, "allegro:api:messaging"),
    THREAD("GET", "/messaging/threads/([^/]+)", Document.MESSAGING_BETA, "allegro:api:messaging"),
    MARK_READ("PUT", "/messaging/threads/([^/]+)/read", Document.MESSAGING_BETA, "allegro:api:messaging"),
    MESSAGES("GET", "/messaging/threads/([^/]+)/messages", Document.MESSAGING_BETA, "allegro:api:messaging"),
    POST_MESSAGE("POST", "/messaging/threads/([^/]+)/messages", Document.MESSAGING_BETA, "allegro:api:messaging"),
    MESSAGE("GET", "/messaging/messages/([^/]+)", Document.MESSAGING_BETA, "allegro:api:messaging");

    private final String method;
    private final Pattern path;
    private final Document document;
    private final String scope;

    Operation(String method, String path, Document document, String scope) {
        this.method = method;
        this.path = Pattern.compile(path);
        this.document = document;
        this.scope = scope;
    }

    record Match(Operation operation, List<String> parameters) {}

    static Optional<Match> of(String method, String path) {
        return Arrays.stream(values())
                .filter(operation -> operation.method.equals(method))
                .flatMap(operation -> operation.match(path).stream())
                .findFirst();
    }

    private Optional<Match> match(String candidate) {
        Matcher matcher = path.matcher(candidate);
        return matcher.matches()
                ? Optional.of(new Match(this, matcher.groupCount() == 0 ? List.of() : List.of(matcher.group(1))))
                : Optional.empty();
    }

    String method() {
        return method;
    }

    Document document() {
        return document;
    }

    String scope() {
        return scope;
    }

    /// A path that this operation answers, for the test that looks it up in the document.
    String samplePath() {
        return path.pattern().replace("([^/]+)", "x");
    }
}
