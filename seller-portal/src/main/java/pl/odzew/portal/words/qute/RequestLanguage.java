package pl.odzew.portal.words.qute;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pl.odzew.portal.words.Language;

/// In which language this request is answered: what the page itself fixes, what the reader chose, what the browser
/// asks.
@RequestScoped
public class RequestLanguage {

    /// Holds the tag that the reader chose.
    public static final String COOKIE = "odzew-lang";

    /// A year.
    public static final int KEPT_SECONDS = 365 * 24 * 3600;

    private final HttpHeaders headers;
    private @Nullable Language fixed;

    RequestLanguage(HttpHeaders headers) {
        this.headers = headers;
    }

    /// For a page whose address says its language.
    public void fix(Language language) {
        fixed = language;
    }

    public Language get() {
        if (fixed == null) {
            fixed = chosen().orElseGet(() -> Language.best(headers.getAcceptableLanguages()));
        }
        return fixed;
    }

    private Optional<Language> chosen() {
        return Optional.ofNullable(headers.getCookies().get(COOKIE))
                .map(Cookie::getValue)
                .flatMap(Language::of);
    }
}
