package pl.odzew.allegro.marketplace;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The operations of Allegro's REST API that the stand-in knows; each stands in one of the documents.
/// Where one path has two versions, the media types tell them apart.
enum Operation {
    ME("GET", "/me", Document.PUBLIC, MediaType.PUBLIC, "allegro:api:profile:read"),
    ADDITIONAL_EMAILS(
            "GET", "/account/additional-emails", Document.PUBLIC, MediaType.PUBLIC, "allegro:api:profile:read"),
    THREADS("GET", "/messaging/threads", Document.MESSAGING_BETA, MediaType.BETA, "allegro:api:messaging"),
    THREAD("GET", "/messaging/threads/([^/]+)", Document.MESSAGING_BETA, MediaType.BETA, "allegro:api:messaging"),
    MARK_READ(
            "PUT", "/messaging/threads/([^/]+)/read", Document.MESSAGING_BETA, MediaType.BETA, "allegro:api:messaging"),
    MESSAGES(
            "GET",
            "/messaging/threads/([^/]+)/messages",
            Document.MESSAGING_BETA,
            MediaType.BETA,
            "allegro:api:messaging"),
    POST_MESSAGE(
            "POST",
            "/messaging/threads/([^/]+)/messages",
            Document.MESSAGING_BETA,
            MediaType.BETA,
            "allegro:api:messaging"),
    MESSAGE("GET", "/messaging/messages/([^/]+)", Document.MESSAGING_BETA, MediaType.BETA, "allegro:api:messaging"),
    PUBLIC_THREADS("GET", "/messaging/threads", Document.PUBLIC, MediaType.PUBLIC, "allegro:api:messaging"),
    PUBLIC_MARK_READ(
            "PUT", "/messaging/threads/([^/]+)/read", Document.PUBLIC, MediaType.PUBLIC, "allegro:api:messaging"),
    PUBLIC_MESSAGES(
            "GET", "/messaging/threads/([^/]+)/messages", Document.PUBLIC, MediaType.PUBLIC, "allegro:api:messaging"),
    PUBLIC_POST_MESSAGE(
            "POST", "/messaging/threads/([^/]+)/messages", Document.PUBLIC, MediaType.PUBLIC, "allegro:api:messaging"),
    PUBLIC_MESSAGE("GET", "/messaging/messages/([^/]+)", Document.PUBLIC, MediaType.PUBLIC, "allegro:api:messaging"),
    DECLARE_ATTACHMENT(
            "POST", "/messaging/message-attachments", Document.PUBLIC, MediaType.PUBLIC, "allegro:api:messaging"),
    UPLOAD_ATTACHMENT(
            "PUT",
            "/messaging/message-attachments/([^/]+)",
            Document.PUBLIC,
            MediaType.PUBLIC,
            "allegro:api:messaging"),
    ISSUES("GET", "/sale/issues", Document.PUBLIC, MediaType.BETA, "allegro:api:disputes"),
    ISSUE_CHAT("GET", "/sale/issues/([^/]+)/chat", Document.PUBLIC, MediaType.BETA, "allegro:api:disputes"),
    POST_ISSUE_MESSAGE("POST", "/sale/issues/([^/]+)/message", Document.PUBLIC, MediaType.BETA, "allegro:api:disputes"),
    DECLARE_ISSUE_ATTACHMENT(
            "POST", "/sale/issues/attachments", Document.PUBLIC, MediaType.BETA, "allegro:api:disputes"),
    UPLOAD_ISSUE_ATTACHMENT(
            "PUT", "/sale/issues/attachments/([^/]+)", Document.PUBLIC, MediaType.BETA, "allegro:api:disputes");

    private final String method;
    private final Pattern path;
    private final Document document;
    private final String mediaType;
    private final String scope;

    Operation(String method, String path, Document document, String mediaType, String scope) {
        this.method = method;
        this.path = Pattern.compile(path);
        this.document = document;
        this.mediaType = mediaType;
        this.scope = scope;
    }

    /// Allegro's vendor types.
    private static final class MediaType {
        static final String PUBLIC = "application/vnd.allegro.public.v1+json";
        static final String BETA = "application/vnd.allegro.beta.v1+json";
    }

    record Match(Operation operation, List<String> parameters) {}

    /// @param accept decides between two versions; what fits neither is taken for the first
    static Optional<Match> of(String method, String path, @Nullable String accept) {
        List<Match> matches = Arrays.stream(values())
                .filter(operation -> operation.method.equals(method))
                .flatMap(operation -> operation.match(path).stream())
                .toList();
        return matches.stream()
                .filter(match -> match.operation().mediaType.equals(accept))
                .findFirst()
                .or(() -> matches.stream().findFirst());
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

    /// In what it is asked for and answered.
    String mediaType() {
        return mediaType;
    }

    boolean isOfClaims() {
        return path.pattern().startsWith("/sale/issues");
    }

    boolean takesBytes() {
        return this == UPLOAD_ATTACHMENT || this == UPLOAD_ISSUE_ATTACHMENT;
    }

    String scope() {
        return scope;
    }

    /// A path that this operation answers, for the test that looks it up in the document.
    String samplePath() {
        return path.pattern().replace("([^/]+)", "x");
    }
}
