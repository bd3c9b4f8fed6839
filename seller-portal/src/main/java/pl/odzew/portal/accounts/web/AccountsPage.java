package pl.odzew.portal.accounts.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import pl.odzew.portal.accounts.AccountView;
import pl.odzew.portal.accounts.LinkBegun;
import pl.odzew.portal.accounts.rest.AccountsApi;
import pl.odzew.portal.frame.web.Done;
import pl.odzew.portal.frame.web.SafePath;
import pl.odzew.portal.services.AwayException;
import pl.odzew.portal.services.Part;
import pl.odzew.portal.services.Problem;
import pl.odzew.portal.services.RefusedException;
import pl.odzew.portal.services.Service;
import pl.odzew.portal.services.rest.Asking;

/// The seller's Allegro accounts, and the way to Allegro's consent and back.
@Path("/")
@Authenticated
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class AccountsPage {

    /// Holds the page to which the seller goes on after Allegro.
    private static final String RETURN = "odzew-return";

    private static final Duration CONSENT_LASTS = Duration.ofMinutes(15);

    private final AccountsApi accounts;
    private final Asking asking;

    AccountsPage(@RestClient AccountsApi accounts, Asking asking) {
        this.accounts = accounts;
        this.asking = asking;
    }

    @CheckedTemplate(basePath = "accounts")
    static class Templates {
        static native TemplateInstance list(Part<List<AccountView>> accounts);

        static native TemplateInstance account(AccountView account);

        /// @param url at Allegro
        static native TemplateInstance leaving(String url);

        /// @param why as in the keys of its texts
        static native TemplateInstance notLinked(String why, String back);
    }

    @GET
    @Path("konta-allegro")
    public TemplateInstance list() {
        return Templates.list(asking.of(Service.ACCOUNTS, accounts.list()).part());
    }

    @GET
    @Path("konta-allegro/{id}")
    public TemplateInstance show(@PathParam("id") String id) {
        return Templates.account(asking.of(Service.ACCOUNTS, accounts.get(id)).needed());
    }

    /// Sends the seller to Allegro. A page between, since a form may not lead to another site by itself.
    @POST
    @Path("konta-allegro/polacz")
    public Response link(@RestForm @Nullable String back) {
        LinkBegun begun = asking.tell(Service.ACCOUNTS, accounts.begin());
        return Response.ok(Templates.leaving(begun.authorizationUrl()))
                .cookie(returnTo(back == null ? "" : SafePath.orHome(back).toString(), CONSENT_LASTS))
                .build();
    }

    /// Where Allegro sends the seller back; the code and the state serve once, and only the seller who began.
    @GET
    @Path("allegro/callback")
    public Response callback(
            @RestQuery @Nullable String code,
            @RestQuery @Nullable String state,
            @CookieParam(RETURN) @Nullable String back) {
        String wanted = wanted(back);
        String next = wanted == null ? "/konta-allegro" : wanted;
        if (code == null || state == null) {
            return notLinked("declined", next);
        }
        try {
            AccountView linked =
                    asking.tell(Service.ACCOUNTS, accounts.complete(new AccountsApi.Callback(code, state)));
            String page = wanted == null ? "/konta-allegro/" + linked.id() : wanted;
            Response done = Done.at(page, "linked");
            return Response.fromResponse(done)
                    .cookie(returnTo("", Duration.ZERO))
                    .build();
        } catch (RefusedException e) {
            return notLinked(why(e.problem()), next);
        } catch (AwayException _) {
            return notLinked("unavailable", next);
        }
    }

    @POST
    @Path("konta-allegro/{id}/odlacz")
    public Response unlink(@PathParam("id") String id) {
        asking.tell(Service.ACCOUNTS, accounts.unlink(id));
        return Done.at("/konta-allegro", "unlinked");
    }

    private static String why(Problem problem) {
        return switch (problem.kind()) {
            case "link-unknown", "link-expired" -> "late";
            case "account-taken" -> "taken";
            case "code-refused" -> "refused";
            default -> "unavailable";
        };
    }

    private static Response notLinked(String why, String back) {
        return Response.status(422).entity(Templates.notLinked(why, back)).build();
    }

    private static @Nullable String wanted(@Nullable String cookie) {
        if (cookie == null || cookie.isBlank()) {
            return null;
        }
        try {
            return SafePath.orHome(new String(Base64.getUrlDecoder().decode(cookie), UTF_8))
                    .toString();
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private static NewCookie returnTo(String path, Duration age) {
        return new NewCookie.Builder(RETURN)
                .value(Base64.getUrlEncoder().withoutPadding().encodeToString(path.getBytes(UTF_8)))
                .path("/")
                .maxAge((int) age.toSeconds())
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
