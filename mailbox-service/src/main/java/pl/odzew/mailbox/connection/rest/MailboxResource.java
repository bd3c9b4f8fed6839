package pl.odzew.mailbox.connection.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.MailAddress;
import pl.odzew.events.MailboxId;
import pl.odzew.events.mailbox.v1.MailProtocol;
import pl.odzew.events.mailbox.v1.MailProvider;
import pl.odzew.mailbox.connection.Change;
import pl.odzew.mailbox.connection.Lifecycle;
import pl.odzew.mailbox.connection.Login;
import pl.odzew.mailbox.connection.Mailbox;
import pl.odzew.mailbox.connection.Mailboxes;
import pl.odzew.mailbox.connection.Password;
import pl.odzew.mailbox.connection.Presets;
import pl.odzew.mailbox.connection.Servers;
import pl.odzew.mailbox.connection.Sightings;
import pl.odzew.mailbox.connection.SignIn;
import pl.odzew.mailbox.refusal.Verdict;
import pl.odzew.mailbox.watch.CredentialTrial;
import pl.odzew.mailbox.watch.CredentialTrial.Outcome;
import pl.odzew.mailbox.watch.Cursors;
import pl.odzew.mailbox.watch.vertx.Watchers;

/// A seller's mailboxes. Another seller's id is as unknown as one that never was.
@Path("/api/v1/mailboxes")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class MailboxResource {

    /// A person waits for the answer.
    private static final Duration PATIENCE = Duration.ofSeconds(9);

    private static final int MAX_PASSWORD = 256;

    private final CurrentSeller seller;
    private final Mailboxes mailboxes;
    private final Sightings sightings;
    private final Cursors cursors;
    private final Lifecycle lifecycle;
    private final CredentialTrial trial;
    private final Presets presets;
    private final Watchers watchers;
    private final Clock clock;

    MailboxResource(
            CurrentSeller seller,
            Mailboxes mailboxes,
            Sightings sightings,
            Cursors cursors,
            Lifecycle lifecycle,
            CredentialTrial trial,
            Presets presets,
            Watchers watchers,
            Clock clock) {
        this.seller = seller;
        this.mailboxes = mailboxes;
        this.sightings = sightings;
        this.cursors = cursors;
        this.lifecycle = lifecycle;
        this.trial = trial;
        this.presets = presets;
        this.watchers = watchers;
        this.clock = clock;
    }

    /// What is needed to connect a mailbox.
    record Connecting(
            @Nullable String address,
            @Nullable String password,
            @Nullable String provider) {
        @Override
        public String toString() {
            return "Connecting[" + provider + "]";
        }
    }

    record NewPassword(@Nullable String password) {
        @Override
        public String toString() {
            return "NewPassword[redacted]";
        }
    }

    @GET
    public Uni<List<MailboxView>> list() {
        return Uni.createFrom()
                .completionStage(() -> mailboxes.of(seller.id()))
                .flatMap(found -> seen(found)
                        .map(seen -> found.stream()
                                .map(mailbox -> MailboxView.of(mailbox, seen.get(mailbox.id())))
                                .toList()));
    }

    @GET
    @Path("{id}")
    public Uni<MailboxView> get(@PathParam("id") String id) {
        return own(id).flatMap(this::view);
    }

    @POST
    public Uni<RestResponse<MailboxView>> connect(@Nullable Connecting request) {
        if (request == null) {
            throw noBody();
        }
        MailAddress address = address(request.address());
        MailProvider provider = provider(request.provider());
        Servers servers = presets.of(provider)
                .orElseThrow(() -> new ProblemException(Problem.field("provider", "its servers are not known")));
        Password password = password(request.password());
        Change connected = Mailbox.connected(seller.id(), address, provider, password.shape(), clock.instant());
        return accepted(servers, new Login(address.value(), password.secret()), provider)
                .flatMap(accepted -> Uni.createFrom()
                        .completionStage(() -> mailboxes.add(connected, password))
                        .call(mailbox ->
                                Uni.createFrom().completionStage(() -> cursors.begin(mailbox.id(), accepted.newest()))))
                .invoke(lifecycle::tell)
                .map(mailbox -> RestResponse.ResponseBuilder.create(
                                RestResponse.Status.CREATED, MailboxView.of(mailbox, null))
                        .location(URI.create("/api/v1/mailboxes/" + mailbox.id()))
                        .build());
    }

    @PUT
    @Path("{id}/password")
    public Uni<MailboxView> changePassword(@PathParam("id") String id, @Nullable NewPassword request) {
        if (request == null) {
            throw noBody();
        }
        Password password = password(request.password());
        return own(id).flatMap(mailbox -> {
            Servers servers = presets.of(mailbox.provider()).orElseThrow();
            var login = new Login(mailbox.address().value(), password.secret());
            return accepted(servers, login, mailbox.provider())
                    .flatMap(_ -> stillThere(() -> mailboxes.changePassword(
                            mailbox.id(),
                            password,
                            present -> present.credentialChanged(password.shape(), clock.instant()))))
                    .invoke(lifecycle::tell)
                    .flatMap(this::view);
        });
    }

    @POST
    @Path("{id}/check")
    @Consumes(MediaType.WILDCARD)
    public Uni<MailboxView> check(@PathParam("id") String id) {
        return own(id).flatMap(mailbox -> stillThere(() -> lifecycle.checking(mailbox)))
                .flatMap(probing -> Uni.createFrom()
                        .completionStage(() -> mailboxes.signIn(probing.id()))
                        .map(MailboxResource::orGone)
                        .flatMap(this::checked))
                .flatMap(this::view);
    }

    @DELETE
    @Path("{id}")
    public Uni<Void> disconnect(@PathParam("id") String id) {
        return own(id).flatMap(mailbox -> Uni.createFrom()
                .completionStage(() -> mailboxes.remove(mailbox.id(), present -> present.disconnected(clock.instant())))
                .invoke(() -> watchers.forget(mailbox.id()))
                .replaceWithVoid());
    }

    private Uni<Mailbox> checked(SignIn signIn) {
        Mailbox mailbox = signIn.mailbox();
        return tried(signIn.servers(), signIn.login(), mailbox.provider())
                .flatMap(outcome -> stillThere(() -> switch (outcome) {
                    case Outcome.Accepted _ -> lifecycle.accepted(mailbox, EnumSet.allOf(MailProtocol.class));
                    case Outcome.Refused refused -> lifecycle.refused(mailbox, refused.by(), refused.verdict());
                    case Outcome.Unreachable _ -> lifecycle.nothingLearned(mailbox);
                }));
    }

    /// Fails with the problem where a server refuses it, or could not be asked.
    private Uni<Outcome.Accepted> accepted(Servers servers, Login login, MailProvider provider) {
        return tried(servers, login, provider).map(outcome -> switch (outcome) {
            case Outcome.Accepted accepted -> accepted;
            case Outcome.Refused refused -> throw new ProblemException(problem(refused.verdict()));
            case Outcome.Unreachable unreachable ->
                throw new ProblemException(Problem.notTried("UNREACHABLE", unreachable.what()));
        });
    }

    private Uni<Outcome> tried(Servers servers, Login login, MailProvider provider) {
        return Uni.createFrom()
                .completionStage(() -> trial.run(servers, login, provider))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure(TimeoutException.class)
                .recoverWithItem(() -> new Outcome.Unreachable(MailProtocol.IMAP, "no answer in time"));
    }

    private static Problem problem(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Certain certain ->
                Problem.refused(certain.reason().name(), certain.words(), certain.remedies());
            case Verdict.Doubtful doubtful ->
                Problem.refused(doubtful.reason().name(), doubtful.words(), doubtful.remedies());
            case Verdict.Limit limit -> Problem.notTried("LIMIT", limit.words());
            case Verdict.SessionExpired _, Verdict.Transient _, Verdict.TokenStale _, Verdict.NotTheCredential _ ->
                Problem.notTried("TRY_AGAIN_LATER", verdict.words());
        };
    }

    private Uni<Mailbox> own(String id) {
        MailboxId mailboxId = id(id);
        return Uni.createFrom()
                .completionStage(() -> mailboxes.find(mailboxId))
                .map(found -> orGone(found.filter(mailbox -> mailbox.sellerId().equals(seller.id()))));
    }

    private Uni<Mailbox> stillThere(Supplier<CompletionStage<Optional<Mailbox>>> change) {
        return Uni.createFrom().completionStage(change).map(MailboxResource::orGone);
    }

    private Uni<MailboxView> view(Mailbox mailbox) {
        return seen(List.of(mailbox)).map(seen -> MailboxView.of(mailbox, seen.get(mailbox.id())));
    }

    private Uni<Map<MailboxId, Instant>> seen(List<Mailbox> found) {
        return Uni.createFrom()
                .completionStage(() ->
                        sightings.lastMailSeen(found.stream().map(Mailbox::id).toList()));
    }

    private static <T> T orGone(Optional<T> found) {
        return found.orElseThrow(
                () -> new ProblemException(Problem.of("not-found", "There is no such mailbox", 404, null)));
    }

    private static ProblemException noBody() {
        return new ProblemException(
                Problem.of("invalid-request", "The request is not valid", 400, "a JSON body is expected"));
    }

    private static MailboxId id(String id) {
        try {
            return new MailboxId(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return orGone(Optional.empty());
        }
    }

    private static MailAddress address(@Nullable String address) {
        return field("address", address, MailAddress::new);
    }

    private static MailProvider provider(@Nullable String provider) {
        return field("provider", provider, MailProvider::valueOf);
    }

    private static Password password(@Nullable String password) {
        if (password == null || password.isBlank() || password.length() > MAX_PASSWORD) {
            throw new ProblemException(Problem.field("password", "1 to " + MAX_PASSWORD + " characters expected"));
        }
        return Password.typed(password);
    }

    private static <T> T field(String name, @Nullable String value, Function<String, T> reading) {
        try {
            return reading.apply(value == null ? "" : value.strip());
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.field(name, "is missing or not valid"));
        }
    }
}
