package pl.odzew.portal.mailboxes;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pl.odzew.portal.guide.Way;
import pl.odzew.portal.services.Problem;

/// A mail server's No, and what ends it.
///
/// @param reason a constant of `AuthFailureReason`, or a newer one
/// @param serverWords what the server said, as it said it
/// @param since the first refusal
/// @param remedies constants of `Remedy`, best first
/// @param helpUrl the page that the server itself named
public record Refusal(
        String reason,
        @Nullable String serverWords,
        @Nullable Instant since,
        @Nullable List<String> remedies,
        @Nullable URI helpUrl) {

    /// Of a password that was tried just now.
    public static Refusal of(Problem problem) {
        String reason = problem.reason();
        return new Refusal(
                reason == null ? "UNEXPLAINED" : reason, problem.serverWords(), null, problem.remedies(), null);
    }

    /// Which steps lead out, at a mailbox of this kind.
    public Way way(boolean gmail) {
        return Way.outOf(reason, gmail);
    }

    public boolean offers(String remedy) {
        return remedies == null || remedies.contains(remedy);
    }

    /// Google's own sentence is shown with its address as a link only where it is Google's.
    public @Nullable URI trustedHelp() {
        URI url = helpUrl;
        if (url == null || !"https".equals(url.getScheme()) || url.getHost() == null) {
            return null;
        }
        return url.getHost().equals("google.com") || url.getHost().endsWith(".google.com") ? url : null;
    }
}
