package pl.odzew.notification.delivery.letter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.util.Locale;
import pl.odzew.events.MailAddress;

/// Google's own pages, opened for the right one of several accounts.
enum GoogleLink {
    APP_PASSWORDS("https://myaccount.google.com/apppasswords"),
    SECURITY("https://myaccount.google.com/security"),
    GMAIL("https://mail.google.com/mail/");

    private static final String HOST = "google.com";

    private final String page;

    GoogleLink(String page) {
        this.page = page;
    }

    URI of(MailAddress account) {
        return URI.create(page + "?authuser=" + URLEncoder.encode(account.value(), UTF_8));
    }

    /// Whether a page that a server named really is one of Google's.
    static boolean leadsToGoogle(URI page) {
        String host = page.getHost() == null ? "" : page.getHost().toLowerCase(Locale.ROOT);
        return isSafe(page) && (host.equals(HOST) || host.endsWith("." + HOST));
    }

    static boolean isSafe(URI page) {
        return "https".equalsIgnoreCase(page.getScheme());
    }
}
