package pl.odzew.allegro.authorization.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import pl.odzew.allegro.authorization.AccountUnusableException;
import pl.odzew.allegro.authorization.LinkState;
import pl.odzew.allegro.authorization.Linking;
import pl.odzew.allegro.authorization.postgres.AccountLinking;
import pl.odzew.allegro.authorization.postgres.AccountProfiles;
import pl.odzew.allegro.authorization.postgres.Accounts;
import pl.odzew.allegro.authorization.postgres.DeviceLinking;
import pl.odzew.allegro.client.AllegroException;
import pl.odzew.events.AccountId;

/// A seller's Allegro accounts.
@Path("/api/v1/allegro-accounts")
@Tag(name = "Allegro accounts")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class AllegroAccountsResource {

    private static final int MAX_LENGTH = 2_000;

    /// The database takes no zero character.
    private static final String PRINTABLE = "\\P{Cntrl}*";

    private final RequestSeller seller;
    private final Accounts accounts;
    private final AccountProfiles profiles;
    private final AccountLinking linking;
    private final DeviceLinking devices;

    AllegroAccountsResource(
            RequestSeller seller,
            Accounts accounts,
            AccountProfiles profiles,
            AccountLinking linking,
            DeviceLinking devices) {
        this.devices = devices;
        this.seller = seller;
        this.accounts = accounts;
        this.profiles = profiles;
        this.linking = linking;
    }

    /// Where the seller's browser is to be sent.
    record LinkView(String state, String authorizationUrl, Instant expiresAt) {}

    /// What the seller needs to consent on another device.
    record DeviceView(
            @Schema(examples = "018f6a3c-6b1e-7c3a-9d0e-1c5a4f2b7e30")
            String id,

            @Schema(examples = "abcdefghi") String userCode,

            @Schema(examples = "https://allegro.pl/skojarz-aplikacje")
            URI verificationUri,

            @Schema(examples = "https://allegro.pl/skojarz-aplikacje?code=abcdefghi")
            URI verificationUriComplete,

            @Schema(examples = "5") long intervalSeconds,
            Instant expiresAt) {

        static DeviceView of(DeviceLinking.Begun.Waiting waiting) {
            var device = waiting.device();
            return new DeviceView(
                    waiting.id().toString(),
                    device.userCode(),
                    device.verificationUri(),
                    device.verificationUriComplete(),
                    device.interval().toSeconds(),
                    device.expiresAt());
        }
    }

    /// The seller has not said yes so far.
    record WaitingView(@Schema(examples = "5") long againAfterSeconds) {}

    /// What Allegro sent back with the seller; both serve once.
    record Callback(
            @NotBlank @Size(max = MAX_LENGTH) @Pattern(regexp = PRINTABLE)
            String code,

            @NotBlank @Size(max = MAX_LENGTH) @Pattern(regexp = PRINTABLE)
            String state) {

        @Override
        public String toString() {
            return "Callback[redacted]";
        }
    }

    @GET
    public Uni<List<AccountView>> list() {
        return accounts.of(seller.id())
                .map(all -> all.stream().map(AccountView::of).toList());
    }

    @GET
    @Path("{id}")
    public Uni<Response> get(@PathParam("id") String id) {
        return find(id).map(account ->
                account.map(view -> Response.ok(view).build()).orElseGet(this::notFound));
    }

    /// Asks Allegro at once whether the account works and who it is.
    @POST
    @Path("{id}/check")
    @RunOnVirtualThread
    public Response check(@PathParam("id") String id) {
        Optional<AccountView> before = find(id).await().indefinitely();
        if (before.isEmpty()) {
            return notFound();
        }
        AccountId account = new AccountId(UUID.fromString(id));
        try {
            profiles.refresh(account);
        } catch (AccountUnusableException _) {
            // The view says why.
        } catch (AllegroException e) {
            return unavailable(String.valueOf(e.getMessage()));
        }
        return find(id).map(
                        view -> view.map(found -> Response.ok(found).build()).orElseGet(this::notFound))
                .await()
                .indefinitely();
    }

    @DELETE
    @Path("{id}")
    public Uni<Response> unlink(@PathParam("id") String id) {
        return accountId(id)
                .map(account -> accounts.unlink(account, seller.person()))
                .orElseGet(() -> Uni.createFrom().item(false))
                .map(gone -> gone ? Response.noContent().build() : notFound());
    }

    @POST
    @Path("links")
    public Uni<Response> begin() {
        return linking.begin(seller.id())
                .map(begun -> Response.status(Response.Status.CREATED)
                        .entity(new LinkView(
                                begun.request().state().value(),
                                begun.authorizationUrl(),
                                begun.request().expiresAt()))
                        .build());
    }

    @POST
    @Path("links/callback")
    public Uni<Response> complete(@NotNull @Valid Callback callback) {
        return linking.complete(seller.person(), new LinkState(callback.state()), callback.code())
                .map(AllegroAccountsResource::answer);
    }

    /// A code for the seller to type at Allegro, on whatever device.
    @POST
    @Path("links/device")
    @Operation(summary = "Begin to link by device (RFC 8628)")
    public Uni<Response> beginByDevice() {
        return devices.begin(seller.person()).map(begun -> switch (begun) {
            case DeviceLinking.Begun.Waiting waiting ->
                Response.status(Response.Status.CREATED)
                        .entity(DeviceView.of(waiting))
                        .build();
            case DeviceLinking.Begun.AllegroUnavailable unavailable -> unavailable(unavailable.what());
        });
    }

    /// 202 as long as the seller has not said yes.
    @POST
    @Path("links/device/{id}/check")
    @Operation(summary = "Ask whether the seller has said yes at the other device")
    public Uni<Response> checkDevice(@PathParam("id") String id) {
        return uuid(id).map(link -> devices.check(seller.person(), link).map(AllegroAccountsResource::answer))
                .orElseGet(() -> Uni.createFrom().item(answer(new Linking.StateUnknown())));
    }

    private static Response unavailable(String what) {
        return Problem.of(503, "allegro-unavailable", "Allegro does not answer")
                .withDetail(what)
                .response();
    }

    private static Response answer(Linking outcome) {
        return switch (outcome) {
            case Linking.Linked linked -> linkedAnswer(linked);
            case Linking.StateUnknown _ ->
                Problem.of(404, "link-unknown", "This attempt to link is not known or was used already")
                        .response();
            case Linking.StateExpired _ ->
                Problem.of(410, "link-expired", "This attempt to link took too long")
                        .response();
            case Linking.CodeRefused refused ->
                Problem.of(422, "code-refused", "Allegro did not take the code")
                        .withServerWords(refused.serverWords())
                        .response();
            case Linking.BelongsToAnother _ ->
                Problem.of(409, "account-taken", "This Allegro account is linked by another seller")
                        .response();
            case Linking.Waiting waiting ->
                Response.accepted(new WaitingView(waiting.againAfter().toSeconds()))
                        .build();
            case Linking.AllegroUnavailable unavailable -> unavailable(unavailable.what());
        };
    }

    private static Response linkedAnswer(Linking.Linked linked) {
        AccountView view = AccountView.of(linked.account());
        return linked.first()
                ? Response.created(URI.create("/api/v1/allegro-accounts/" + view.id()))
                        .entity(view)
                        .build()
                : Response.ok(view).build();
    }

    private Uni<Optional<AccountView>> find(String id) {
        return accountId(id)
                .map(account -> accounts.find(account, seller.id()).map(found -> found.map(AccountView::of)))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    /// What is no id names nothing, so it is not found.
    private static Optional<AccountId> accountId(String text) {
        return uuid(text).map(AccountId::new);
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Response notFound() {
        return Problem.of(404, "account-unknown", "No such account").response();
    }
}
