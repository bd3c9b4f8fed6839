package pl.odzew.mailbox.connection.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.MailAddress;
import pl.odzew.events.mailbox.v1.CredentialShape;
import pl.odzew.events.mailbox.v1.MailProvider;
import pl.odzew.mailbox.connection.Change;
import pl.odzew.mailbox.connection.Deed;
import pl.odzew.mailbox.connection.GoogleAuthorizations;
import pl.odzew.mailbox.connection.GoogleSignIn;
import pl.odzew.mailbox.connection.GoogleSignIn.Exchange;
import pl.odzew.mailbox.connection.Lifecycle;
import pl.odzew.mailbox.connection.Login;
import pl.odzew.mailbox.connection.Mailbox;
import pl.odzew.mailbox.connection.Mailboxes;
import pl.odzew.mailbox.connection.Password;
import pl.odzew.mailbox.connection.Presets;
import pl.odzew.mailbox.connection.Secret;
import pl.odzew.mailbox.connection.rest.Trials.Attempt;
import pl.odzew.mailbox.watch.Cursors;

/// Signing in with Google instead of a password, where the operator offers it.
///
/// The page to which Google sends the seller back hands `code` and `state` in, with the seller's own token:
/// a state is taken from whom it was given to alone.
@Path("/api/v1/mailboxes/google")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Mailboxes")
@APIResponse(
        responseCode = "404",
        description = "The operator does not offer to sign in with Google",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class GoogleResource {

    private static final Duration TIME_TO_AGREE = Duration.ofMinutes(15);
    private static final int RANDOM_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final CurrentSeller seller;
    private final GoogleSignIn google;
    private final GoogleAuthorizations authorizations;
    private final Mailboxes mailboxes;
    private final Cursors cursors;
    private final Lifecycle lifecycle;
    private final Trials trials;
    private final Views views;
    private final Presets presets;
    private final Clock clock;

    GoogleResource(
            CurrentSeller seller,
            GoogleSignIn google,
            GoogleAuthorizations authorizations,
            Mailboxes mailboxes,
            Cursors cursors,
            Lifecycle lifecycle,
            Trials trials,
            Views views,
            Presets presets,
            Clock clock) {
        this.seller = seller;
        this.google = google;
        this.authorizations = authorizations;
        this.mailboxes = mailboxes;
        this.cursors = cursors;
        this.lifecycle = lifecycle;
        this.trials = trials;
        this.views = views;
        this.presets = presets;
        this.clock = clock;
    }

    /// @param address of the mailbox, for Google to propose
    @Schema(name = "GoogleWish", example = "{\"address\": \"anna@gmail.com\"}")
    record Wish(@Nullable String address) {}

    /// Where to send the seller.
    @Schema(
            name = "GoogleAuthorization",
            example = "{\"authorizationUrl\": \"https://accounts.google.com/o/oauth2/v2/auth?…\"}")
    record Authorization(URI authorizationUrl) {}

    /// What Google sent back with the seller.
    @Schema(name = "GoogleConsent", example = "{\"code\": \"4/0Ab…\", \"state\": \"b2R6ZXc\"}")
    record Consent(@Nullable String code, @Nullable String state) {
        @Override
        public String toString() {
            return "Consent[redacted]";
        }
    }

    @POST
    @Path("authorizations")
    @Operation(summary = "Begins to sign in with Google: gives the page on which the seller agrees")
    public Uni<Authorization> begin(@Nullable Wish wish) {
        requireOffer();
        String typed = wish == null ? null : wish.address();
        MailAddress hint = typed == null ? null : Inputs.address(typed);
        String state = random();
        Secret verifier = new Secret(random());
        return Uni.createFrom()
                .completionStage(() -> authorizations.begin(
                        state, seller.id(), verifier, clock.instant().plus(TIME_TO_AGREE)))
                .map(_ -> new Authorization(google.authorization(state, verifier, hint)));
    }

    @POST
    @Path("consents")
    @Operation(summary = "Ends it: connects the mailbox that Google names, or gives it its new credential")
    @APIResponse(responseCode = "200", description = "The mailbox is watched")
    @APIResponse(
            responseCode = "422",
            description = "Google gave no consent that mail can be read with",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<MailboxView> end(@Nullable Consent body) {
        requireOffer();
        Consent consent = Inputs.body(body);
        String code = required("code", consent.code());
        String state = required("state", consent.state());
        return Uni.createFrom()
                .completionStage(() -> authorizations.end(state, seller.id(), clock.instant()))
                .map(verifier -> verifier.orElseThrow(() -> new ProblemException(
                        Problem.field("state", "was not given to you, or was used before, or is too old"))))
                .flatMap(verifier -> Uni.createFrom().completionStage(() -> google.exchange(code, verifier)))
                .flatMap(exchange -> switch (exchange) {
                    case Exchange.Granted granted -> granted(granted);
                    case Exchange.NotGranted not ->
                        throw new ProblemException(
                                Problem.of("consent-not-given", "Google gave no consent", 422, not.words()));
                    case Exchange.Unavailable unavailable ->
                        throw new ProblemException(Problem.notTried("UNREACHABLE", null, unavailable.what()));
                })
                .flatMap(views::of);
    }

    private Uni<Mailbox> granted(Exchange.Granted granted) {
        var credential = new Password(granted.refreshToken(), CredentialShape.OAUTH);
        return Uni.createFrom()
                .completionStage(() -> mailboxes.of(seller.id()))
                .map(all -> all.stream()
                        .filter(mailbox -> mailbox.address()
                                .value()
                                .equalsIgnoreCase(granted.address().value()))
                        .findFirst())
                .flatMap(known -> known.map(mailbox -> renewed(mailbox, credential))
                        .orElseGet(() -> connected(granted.address(), credential)))
                .invoke(lifecycle::tell);
    }

    /// A token for Google's mail is shown to Google alone.
    private Uni<Mailbox> renewed(Mailbox mailbox, Password credential) {
        if (mailbox.provider() != MailProvider.GMAIL) {
            throw new Mailboxes.AlreadyConnectedException();
        }
        Deed deed = deed(Deed.Action.CREDENTIAL_CHANGED);
        return trials.accepted(attempt(mailbox, credential))
                .flatMap(_ -> Uni.createFrom()
                        .completionStage(() -> mailboxes.changePassword(
                                mailbox.id(),
                                credential,
                                present -> present.credentialChanged(CredentialShape.OAUTH, clock.instant())
                                        .by(deed))))
                .map(after -> after.orElseThrow(Inputs::gone));
    }

    private Uni<Mailbox> connected(MailAddress address, Password credential) {
        Change connected = Mailbox.connected(
                        seller.id(), address, MailProvider.GMAIL, CredentialShape.OAUTH, clock.instant())
                .by(deed(Deed.Action.CONNECTED));
        return trials.accepted(attempt(connected.after(), credential))
                .flatMap(accepted -> Uni.createFrom()
                        .completionStage(() -> mailboxes.add(connected, credential))
                        .call(mailbox -> Uni.createFrom()
                                .completionStage(() -> cursors.begin(mailbox.id(), accepted.newest()))));
    }

    private Attempt attempt(Mailbox mailbox, Password credential) {
        return new Attempt(
                seller.id(),
                mailbox.address(),
                mailbox.provider(),
                mailbox.providerKey(),
                presets.of(mailbox).orElseThrow(),
                new Login(mailbox.user(), credential.secret(), Login.Kind.REFRESH_TOKEN));
    }

    private Deed deed(Deed.Action action) {
        return new Deed(seller.actor(), action, CredentialShape.OAUTH.name());
    }

    private void requireOffer() {
        if (!google.isOffered()) {
            throw new ProblemException(
                    Problem.of("google-not-offered", "Signing in with Google is not offered here", 404, null));
        }
    }

    private static String required(String field, @Nullable String value) {
        return Optional.ofNullable(value)
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new ProblemException(Problem.field(field, "is missing")));
    }

    private static String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
