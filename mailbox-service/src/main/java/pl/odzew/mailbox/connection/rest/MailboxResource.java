package pl.odzew.mailbox.connection.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.MailAddress;
import pl.odzew.events.mailbox.v1.MailProtocol;
import pl.odzew.events.mailbox.v1.MailProvider;
import pl.odzew.mailbox.connection.AccountSettings;
import pl.odzew.mailbox.connection.Change;
import pl.odzew.mailbox.connection.Deed;
import pl.odzew.mailbox.connection.HostPolicy;
import pl.odzew.mailbox.connection.Lifecycle;
import pl.odzew.mailbox.connection.Login;
import pl.odzew.mailbox.connection.Mailbox;
import pl.odzew.mailbox.connection.Mailboxes;
import pl.odzew.mailbox.connection.Password;
import pl.odzew.mailbox.connection.Presets;
import pl.odzew.mailbox.connection.ServerFinder;
import pl.odzew.mailbox.connection.Servers;
import pl.odzew.mailbox.connection.SignIn;
import pl.odzew.mailbox.connection.rest.Inputs.Connecting;
import pl.odzew.mailbox.connection.rest.Inputs.NewPassword;
import pl.odzew.mailbox.connection.rest.Inputs.NewServers;
import pl.odzew.mailbox.connection.rest.Trials.Attempt;
import pl.odzew.mailbox.watch.CredentialTrial.Outcome;
import pl.odzew.mailbox.watch.Cursors;

/// A seller's mailboxes. Another seller's id is as unknown as one that never was.
@Path("/api/v1/mailboxes")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Mailboxes")
@APIResponse(
        responseCode = "404",
        description = "The seller has no such mailbox",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class MailboxResource {

    private final CurrentSeller seller;
    private final Mailboxes mailboxes;
    private final Views views;
    private final Cursors cursors;
    private final Lifecycle lifecycle;
    private final Trials trials;
    private final Presets presets;
    private final HostPolicy policy;
    private final ServerFinder finder;
    private final Clock clock;

    MailboxResource(
            CurrentSeller seller,
            Mailboxes mailboxes,
            Views views,
            Cursors cursors,
            Lifecycle lifecycle,
            Trials trials,
            Presets presets,
            HostPolicy policy,
            ServerFinder finder,
            Clock clock) {
        this.seller = seller;
        this.mailboxes = mailboxes;
        this.views = views;
        this.cursors = cursors;
        this.lifecycle = lifecycle;
        this.trials = trials;
        this.presets = presets;
        this.policy = policy;
        this.finder = finder;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "Lists the seller's mailboxes and how they are")
    public Uni<List<MailboxView>> list() {
        return Uni.createFrom()
                .completionStage(() -> mailboxes.of(seller.id()))
                .flatMap(found -> views.of(seller.id(), found));
    }

    @GET
    @Path("presets")
    @Operation(summary = "Guesses from an address where its mailbox is: by its domain, or by what DNS says of it")
    public Uni<PresetView> presets(@QueryParam("address") @Nullable String address) {
        MailAddress mailbox = Inputs.address(address);
        return Uni.createFrom()
                .completionStage(() -> finder.find(mailbox))
                .map(found -> found.map(known -> PresetView.of(known, presets)).orElse(PresetView.UNKNOWN));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Shows one mailbox")
    public Uni<MailboxView> get(@PathParam("id") String id) {
        return own(id).flatMap(views::of);
    }

    @POST
    @Operation(summary = "Connects a mailbox; both of its servers are asked before anything is saved")
    @APIResponse(responseCode = "201", description = "Connected")
    @APIResponse(
            responseCode = "422",
            description = "A server refuses the password: why, in its own words, and what helps",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "429",
            description = "Too many passwords were tried",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<RestResponse<MailboxView>> connect(@Nullable Connecting body) {
        Connecting request = Inputs.body(body);
        MailAddress address = Inputs.address(request.address());
        Password password = Inputs.password(request.password());
        return place(address, request).flatMap(place -> {
            Change connected = Mailbox.connected(
                            seller.id(), address, place.provider(), place.settings(), password.shape(), clock.instant())
                    .by(deed(Deed.Action.CONNECTED, place.provider() + " " + address));
            return trials.permitted(place.settings().servers())
                    .chain(() -> trials.accepted(attempt(connected.after(), password)))
                    .flatMap(accepted -> Uni.createFrom()
                            .completionStage(() -> mailboxes.add(connected, password))
                            .call(mailbox -> Uni.createFrom()
                                    .completionStage(() -> cursors.begin(mailbox.id(), accepted.newest()))))
                    .invoke(lifecycle::tell)
                    .flatMap(views::of)
                    .map(view -> RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, view)
                            .location(URI.create("/api/v1/mailboxes/" + view.id()))
                            .build());
        });
    }

    @PATCH
    @Path("{id}")
    @Operation(summary = "Changes where the mailbox's servers are; both are asked before anything is saved")
    public Uni<MailboxView> changeServers(@PathParam("id") String id, @Nullable NewServers body) {
        NewServers request = Inputs.body(body);
        return own(id).flatMap(mailbox -> {
            Servers servers = Inputs.servers(request.imap(), request.smtp(), policy);
            Password password = Inputs.password(request.password());
            var settings = new AccountSettings(servers, Inputs.user(request.user()));
            Deed deed = deed(Deed.Action.SERVERS_CHANGED, servers.imap() + " " + servers.smtp());
            Function<Mailbox, Change> change =
                    present -> present.serversChanged(settings, password.shape(), clock.instant())
                            .by(deed);
            return trials.permitted(servers)
                    .chain(() -> trials.accepted(attempt(change.apply(mailbox).after(), password)))
                    .flatMap(_ -> stillThere(() -> mailboxes.changePassword(mailbox.id(), password, change)))
                    .invoke(lifecycle::tell)
                    .flatMap(views::of);
        });
    }

    @PUT
    @Path("{id}/password")
    @Operation(summary = "Saves a new password, after both servers took it")
    @APIResponse(responseCode = "200", description = "Saved; the mailbox is watched again")
    @APIResponse(
            responseCode = "422",
            description = "A server refuses it: why, in its own words, and what helps",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<MailboxView> changePassword(@PathParam("id") String id, @Nullable NewPassword body) {
        Password password = Inputs.password(Inputs.body(body).password());
        Deed deed = deed(Deed.Action.CREDENTIAL_CHANGED, password.shape().name());
        return own(id).flatMap(mailbox -> trials.accepted(attempt(mailbox, password))
                .flatMap(_ -> stillThere(() -> mailboxes.changePassword(
                        mailbox.id(),
                        password,
                        present -> present.credentialChanged(password.shape(), clock.instant())
                                .by(deed))))
                .invoke(lifecycle::tell)
                .flatMap(views::of));
    }

    @POST
    @Path("{id}/check")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Tries the saved password now")
    public Uni<MailboxView> check(@PathParam("id") String id) {
        Deed deed = deed(Deed.Action.CHECKED, null);
        return own(id).flatMap(mailbox -> stillThere(() -> lifecycle.checking(mailbox, deed)))
                .flatMap(probing -> Uni.createFrom()
                        .completionStage(() -> mailboxes.signIn(probing.id()))
                        .map(MailboxResource::orGone)
                        .flatMap(this::checked))
                .flatMap(views::of);
    }

    @POST
    @Path("{id}/pause")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Pauses the mailbox: nothing is read and nothing is sent")
    public Uni<MailboxView> pause(@PathParam("id") String id) {
        Deed deed = deed(Deed.Action.PAUSED, null);
        return own(id).flatMap(mailbox -> stillThere(() -> lifecycle.paused(mailbox, deed)))
                .flatMap(views::of);
    }

    @POST
    @Path("{id}/resume")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Resumes a paused mailbox")
    public Uni<MailboxView> resume(@PathParam("id") String id) {
        Deed deed = deed(Deed.Action.RESUMED, null);
        return own(id).flatMap(mailbox -> stillThere(() -> lifecycle.resumed(mailbox, deed)))
                .flatMap(views::of);
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Takes the mailbox away, and forgets its password")
    @APIResponse(responseCode = "204", description = "Taken away")
    public Uni<Void> disconnect(@PathParam("id") String id) {
        Deed deed = deed(Deed.Action.DISCONNECTED, null);
        return own(id).flatMap(mailbox -> Uni.createFrom()
                .completionStage(() -> mailboxes.remove(
                        mailbox.id(),
                        present -> present.disconnected(clock.instant()).by(deed)))
                .invoke(() -> lifecycle.tellGone(mailbox.id()))
                .replaceWithVoid());
    }

    private Uni<Mailbox> checked(SignIn signIn) {
        Mailbox mailbox = signIn.mailbox();
        return trials.outcome(attempt(mailbox, signIn.servers(), signIn.login()))
                .onFailure()
                .call(() -> Uni.createFrom().completionStage(() -> lifecycle.nothingLearned(mailbox)))
                .flatMap(outcome -> stillThere(() -> switch (outcome) {
                    case Outcome.Accepted _ -> lifecycle.accepted(mailbox, EnumSet.allOf(MailProtocol.class));
                    case Outcome.Refused refused -> lifecycle.refused(mailbox, refused.by(), refused.verdict());
                    case Outcome.Unreachable _ -> lifecycle.nothingLearned(mailbox);
                }));
    }

    /// Where the mailbox is: as the seller says, else as it is guessed.
    private Uni<Place> place(MailAddress address, Connecting request) {
        String user = Inputs.user(request.user());
        if (request.imap() != null || request.smtp() != null) {
            Servers servers = Inputs.servers(request.imap(), request.smtp(), policy);
            return Uni.createFrom().item(new Place(MailProvider.OTHER, new AccountSettings(servers, user)));
        }
        String named = request.provider();
        if (named != null) {
            MailProvider provider = Inputs.provider(named);
            if (presets.of(provider).isEmpty()) {
                throw new ProblemException(Problem.field("imap", "the servers of any other provider are to be named"));
            }
            return Uni.createFrom().item(new Place(provider, new AccountSettings(null, user)));
        }
        return Uni.createFrom()
                .completionStage(() -> finder.find(address))
                .map(guess -> guess.map(found ->
                                new Place(found.provider(), new AccountSettings(permitted(found.servers()), user)))
                        .orElseThrow(() -> new ProblemException(Problem.field(
                                "imap", "the servers of this address are not known and are to be named"))));
    }

    /// DNS is as free to name a port as the seller is.
    private @Nullable Servers permitted(@Nullable Servers servers) {
        if (servers != null && !(policy.permitsImap(servers.imap()) && policy.permitsSmtp(servers.smtp()))) {
            throw new ProblemException(Problem.field("imap", "DNS names ports that are not those of IMAP and SMTP"));
        }
        return servers;
    }

    private record Place(MailProvider provider, AccountSettings settings) {}

    private Attempt attempt(Mailbox mailbox, Password password) {
        Servers servers = presets.of(mailbox).orElseThrow();
        return attempt(mailbox, servers, new Login(mailbox.user(), password.secret()));
    }

    private Attempt attempt(Mailbox mailbox, Servers servers, Login login) {
        return new Attempt(seller.id(), mailbox.address(), mailbox.provider(), mailbox.providerKey(), servers, login);
    }

    private Uni<Mailbox> own(String id) {
        var mailboxId = Inputs.id(id);
        return Uni.createFrom()
                .completionStage(() -> mailboxes.find(mailboxId))
                .map(found -> orGone(found.filter(mailbox -> mailbox.sellerId().equals(seller.id()))));
    }

    private Deed deed(Deed.Action action, @Nullable String detail) {
        return new Deed(seller.actor(), action, detail);
    }

    private Uni<Mailbox> stillThere(Supplier<CompletionStage<Optional<Mailbox>>> change) {
        return Uni.createFrom().completionStage(change).map(MailboxResource::orGone);
    }

    private static <T> T orGone(Optional<T> found) {
        return found.orElseThrow(Inputs::gone);
    }
}
