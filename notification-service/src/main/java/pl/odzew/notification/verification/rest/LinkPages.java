package pl.odzew.notification.verification.rest;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import pl.odzew.notification.audit.AuditEntry;
import pl.odzew.notification.audit.postgres.AuditStore;
import pl.odzew.notification.contact.Language;
import pl.odzew.notification.contact.Topic;
import pl.odzew.notification.contact.postgres.ContactStore;
import pl.odzew.notification.delivery.Links;
import pl.odzew.notification.delivery.PortalLink;
import pl.odzew.notification.delivery.letter.MailMessages;
import pl.odzew.notification.delivery.letter.Stationery;
import pl.odzew.notification.secret.LinkToken;
import pl.odzew.notification.secret.LinkTokens;
import pl.odzew.notification.secret.Purpose;
import pl.odzew.notification.verification.ContactAddress;
import pl.odzew.notification.verification.postgres.AddressStore;

/// The plain pages behind the links of mails. Nobody signs in here: the token says what may be done, and nothing else.
///
/// A page that is only opened changes nothing, since mail programs and scanners open links by themselves; the change
/// is its button, or the POST of a mail program's own button (RFC 8058).
@Path("/")
@PermitAll
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Tag(name = "Links in mails", description = "Plain pages, opened by a token and without signing in")
public class LinkPages {

    private static final int GONE = 410;
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private final LinkTokens tokens;
    private final AddressStore addresses;
    private final ContactStore contacts;
    private final AuditStore audit;
    private final Clock clock;
    private final URI portal;

    LinkPages(
            LinkTokens tokens,
            AddressStore addresses,
            ContactStore contacts,
            AuditStore audit,
            Clock clock,
            @ConfigProperty(name = "odzew.portal-url") String portal) {
        this.tokens = tokens;
        this.addresses = addresses;
        this.contacts = contacts;
        this.audit = audit;
        this.clock = clock;
        this.portal = URI.create(portal.replaceFirst("/+$", ""));
    }

    /// @param button of the form; empty on a page that only tells something
    /// @param portal where the seller may change his mind
    record View(String title, String text, String button, String portal) {}

    @CheckedTemplate(basePath = "pages")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance link(View view);
    }

    @GET
    @Path("links/verify")
    @Operation(summary = "Asks whether notifications shall come to the address")
    public Uni<Response> askToVerify(@QueryParam(Links.TOKEN) @Nullable String token) {
        return Panache.withTransaction(() -> addressOf(token)
                .flatMap(found -> found.isEmpty()
                        ? dead()
                        : languageOf(found.get()).flatMap(language -> {
                            MailMessages words = Stationery.words(language);
                            String email = found.get().email().value();
                            return page(
                                    200,
                                    language,
                                    words.pageVerifyTitle(),
                                    words.pageVerifyAsk(email),
                                    words.verifyButton());
                        })));
    }

    @POST
    @Path("links/verify")
    @Operation(summary = "Proves the address")
    public Uni<Response> verify(@QueryParam(Links.TOKEN) @Nullable String token) {
        return Panache.withTransaction(() -> addressOf(token)
                .flatMap(found -> found.isEmpty()
                        ? dead()
                        : addresses
                                .verified(found.get(), clock.instant())
                                .chain(() -> audit.record(
                                        found.get().sellerId(),
                                        byLink(
                                                "contact.address-verified",
                                                found.get().email().value())))
                                .chain(() -> languageOf(found.get()))
                                .flatMap(language -> {
                                    MailMessages words = Stationery.words(language);
                                    String email = found.get().email().value();
                                    return page(
                                            200, language, words.pageVerifyTitle(), words.pageVerifyDone(email), "");
                                })));
    }

    @GET
    @Path("links/unsubscribe")
    @Operation(summary = "Asks whether mails of this sort shall end")
    public Uni<Response> askToUnsubscribe(@QueryParam(Links.TOKEN) @Nullable String token) {
        return Panache.withTransaction(() -> {
            Optional<LinkToken> read = read(token, Purpose.UNSUBSCRIBE);
            return read.isEmpty()
                    ? dead()
                    : contacts.contactOf(read.get().sellerId()).flatMap(contact -> {
                        MailMessages words = Stationery.words(contact.language());
                        String text = switch (Topic.valueOf(read.get().subject())) {
                            case REMINDERS -> words.pageUnsubscribeReminders();
                            case ANNOUNCEMENTS -> words.pageUnsubscribeAnnouncements();
                        };
                        return page(
                                200,
                                contact.language(),
                                words.pageUnsubscribeTitle(),
                                text,
                                words.pageUnsubscribeButton());
                    });
        });
    }

    /// Also what a mail program posts by itself.
    @POST
    @Path("links/unsubscribe")
    @Operation(summary = "Ends mails of this sort (RFC 8058)")
    public Uni<Response> unsubscribe(@QueryParam(Links.TOKEN) @Nullable String token) {
        return Panache.withTransaction(() -> {
            Optional<LinkToken> read = read(token, Purpose.UNSUBSCRIBE);
            return read.isEmpty() ? dead() : unsubscribed(read.get());
        });
    }

    private Uni<Response> unsubscribed(LinkToken token) {
        return contacts.unsubscribe(token.sellerId(), Topic.valueOf(token.subject()))
                .chain(() -> audit.record(token.sellerId(), byLink("contact.unsubscribed", token.subject())))
                .chain(() -> contacts.contactOf(token.sellerId()))
                .flatMap(contact -> {
                    MailMessages words = Stationery.words(contact.language());
                    String text = words.pageUnsubscribeDone() + " " + words.pageUnsubscribeBack();
                    return page(200, contact.language(), words.pageUnsubscribeTitle(), text, "");
                });
    }

    private Optional<LinkToken> read(@Nullable String token, Purpose purpose) {
        return token == null ? Optional.empty() : tokens.read(token, purpose, clock.instant());
    }

    private Uni<Optional<ContactAddress>> addressOf(@Nullable String token) {
        Optional<LinkToken> read = read(token, Purpose.VERIFY_ADDRESS);
        return read.isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : addresses.lock(
                        read.get().sellerId(), UUID.fromString(read.get().subject()));
    }

    private Uni<Language> languageOf(ContactAddress address) {
        return contacts.contactOf(address.sellerId()).map(contact -> contact.language());
    }

    private AuditEntry byLink(String action, String subject) {
        return new AuditEntry(clock.instant(), AuditEntry.MAILED_LINK, action, subject, null);
    }

    /// Whose link it was is not known, so neither is the language.
    private Uni<Response> dead() {
        MailMessages words = Stationery.words(Language.PL);
        return page(GONE, Language.PL, words.pageDeadTitle(), words.pageDead(), "");
    }

    private Uni<Response> page(int status, Language language, String title, String text, String button) {
        var view = new View(title, text, button, PortalLink.CONTACT.to(portal).toString());
        return Stationery.page(language, Templates.link(view))
                .map(html -> Response.status(status)
                        .entity(html)
                        .header("Cache-Control", "no-store")
                        .header("Referrer-Policy", "no-referrer")
                        .header("Content-Security-Policy", POLICY)
                        .header("X-Content-Type-Options", "nosniff")
                        .build());
    }
}
