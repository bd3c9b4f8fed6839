package pl.odzew.portal.frame.web;

import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Paths of the portal that come in from outside, to lead the reader back to.
public final class SafePath {

    /// Begins with one slash: two would name another host.
    private static final Pattern OWN = Pattern.compile("/(?:[A-Za-z0-9][A-Za-z0-9/_-]*)?(?:\\?[A-Za-z0-9=&_%.-]*)?");

    private SafePath() {}

    public static URI orHome(@Nullable String path) {
        return URI.create(path != null && OWN.matcher(path).matches() ? path : "/");
    }
}
