package pl.odzew.responder.access.rest;

import jakarta.ws.rs.core.EntityTag;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pl.odzew.responder.problem.rest.ProblemException;

/// The version on which a change is built, as a caller says it in `If-Match`.
public final class IfMatch {

    private static final Pattern VERSION = Pattern.compile("(?:W/)?\"?(\\d{1,18})\"?");

    private IfMatch() {}

    /// Throws [ProblemException] where the caller has not said it.
    public static long version(@Nullable String header) {
        Matcher matcher = VERSION.matcher(header == null ? "" : header.strip());
        if (!matcher.matches()) {
            throw ProblemException.noVersion();
        }
        return Long.parseLong(matcher.group(1));
    }

    public static EntityTag tag(long version) {
        return new EntityTag(Long.toString(version));
    }
}
