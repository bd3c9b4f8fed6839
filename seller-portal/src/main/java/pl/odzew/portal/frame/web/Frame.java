package pl.odzew.portal.frame.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import pl.odzew.portal.words.Texts;
import pl.odzew.portal.words.qute.RequestLanguage;

/// What surrounds every page: where the reader is, who he is, what was done just now.
@Named("frame")
@RequestScoped
public class Frame {

    /// The query parameter that names what was done just now.
    public static final String DONE = "ok";

    private static final String NOTICE = "notice_";

    private final UriInfo uri;
    private final CurrentIdentityAssociation identities;
    private final RequestLanguage language;
    private @Nullable Optional<SecurityIdentity> reader;

    Frame(UriInfo uri, CurrentIdentityAssociation identities, RequestLanguage language) {
        this.uri = uri;
        this.identities = identities;
        this.language = language;
    }

    /// Finds out who reads, without blocking; a session that has ended is nobody's.
    Uni<Void> findReader() {
        return identities
                .getDeferredIdentity()
                .onFailure()
                .recoverWithNull()
                .invoke(found -> reader = known(found))
                .replaceWithVoid();
    }

    public boolean isSignedIn() {
        return reader().isPresent();
    }

    public boolean isOperator() {
        return reader().filter(identity -> identity.hasRole("operator")).isPresent();
    }

    /// What the reader is called.
    public String name() {
        if (principal() instanceof JsonWebToken token) {
            for (String claim : List.of("name", "preferred_username", "sub")) {
                if (token.getClaim(claim) instanceof String name && !name.isBlank()) {
                    return name;
                }
            }
        }
        return "";
    }

    public String path() {
        return uri.getPath();
    }

    /// Whether the page lies at or below the path.
    public boolean isAt(String path) {
        return path.equals("/") ? path().equals("/") : path().equals(path) || path().startsWith(path + "/");
    }

    /// One of the places behind „more”.
    public boolean isElsewhere() {
        return Set.of("/", "/skrzynki", "/autoresponder", "/rozmowy", "/decyzje").stream()
                .noneMatch(this::isAt);
    }

    /// This page, to come back to.
    public String here() {
        String query = uri.getRequestUri().getRawQuery();
        return query == null ? path() : path() + "?" + query;
    }

    /// This page as the value of a parameter.
    public String hereEncoded() {
        return URLEncoder.encode(here(), UTF_8);
    }

    /// The sentence about what was done just now; absent where nothing was.
    public @Nullable String notice() {
        String done = uri.getQueryParameters().getFirst(DONE);
        if (done == null) {
            return null;
        }
        Texts texts = Texts.in(language.get());
        return texts.keys().contains(NOTICE + done) ? texts.text(NOTICE + done) : null;
    }

    private @Nullable Principal principal() {
        return reader().map(SecurityIdentity::getPrincipal).orElse(null);
    }

    private Optional<SecurityIdentity> reader() {
        Optional<SecurityIdentity> found = reader;
        if (found == null) {
            found = known(identities
                    .getDeferredIdentity()
                    .onFailure()
                    .recoverWithNull()
                    .await()
                    .indefinitely());
            reader = found;
        }
        return found;
    }

    private static Optional<SecurityIdentity> known(@Nullable SecurityIdentity identity) {
        return Optional.ofNullable(identity).filter(someone -> !someone.isAnonymous());
    }
}
