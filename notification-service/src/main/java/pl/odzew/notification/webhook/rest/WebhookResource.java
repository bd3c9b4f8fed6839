package pl.odzew.notification.webhook.rest;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.SellerId;
import pl.odzew.notification.access.rest.SellerOfRequest;
import pl.odzew.notification.audit.AuditEntry;
import pl.odzew.notification.audit.postgres.AuditStore;
import pl.odzew.notification.problem.rest.InvalidFieldException;
import pl.odzew.notification.webhook.Signature;
import pl.odzew.notification.webhook.Webhook;
import pl.odzew.notification.webhook.http.WebhookConfig;
import pl.odzew.notification.webhook.postgres.WebhookStore;

/// Where the seller's own program is called.
@Authenticated
@Path("/api/v1/webhook")
@Tag(
        name = "Webhook",
        description = "A second channel beside mail, signed as Standard Webhooks has it: POSTs of"
                + " {type, timestamp, data} with the notification as data")
public class WebhookResource {

    private static final int KEY_BYTES = 32;
    private static final String EXAMPLE = """
            {"url": "https://sklep-anny.example/odzew", "enabled": true, "createdAt": "2026-11-23T17:05:12Z",
             "secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"}""";

    private final WebhookStore webhooks;
    private final AuditStore audit;
    private final WebhookConfig config;
    private final SellerOfRequest seller;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    WebhookResource(
            WebhookStore webhooks, AuditStore audit, WebhookConfig config, SellerOfRequest seller, Clock clock) {
        this.webhooks = webhooks;
        this.audit = audit;
        this.config = config;
        this.seller = seller;
        this.clock = clock;
    }

    public record WebhookChange(@NotNull String url) {}

    /// @param enabled false after it has failed for days; saving it again switches it on
    /// @param secret shown when the webhook is saved, and never again
    public record WebhookView(
            String url,
            boolean enabled,
            Instant createdAt,
            @Nullable Instant failingSince,
            @Nullable String secret) {

        static WebhookView of(Webhook webhook, @Nullable String secret) {
            return new WebhookView(
                    webhook.url().toString(), webhook.enabled(), webhook.createdAt(), webhook.failingSince(), secret);
        }
    }

    @GET
    @Operation(summary = "Where the seller's program is called")
    @APIResponse(responseCode = "404", description = "Nowhere")
    public Uni<WebhookView> read() {
        SellerId id = seller.id();
        return Panache.withTransaction(() -> webhooks.find(id))
                .map(found -> WebhookView.of(found.orElseThrow(NotFoundException::new), null));
    }

    /// Another address, or the same with a new secret; the secret stands in this answer alone.
    @PUT
    @Operation(summary = "Have a program called; answers the secret, once")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "saved", value = EXAMPLE)))
    public Uni<WebhookView> save(@Valid @NotNull WebhookChange change) {
        SellerId id = seller.id();
        URI url = config.address()
                .read(change.url())
                .orElseThrow(() -> new InvalidFieldException("url", "an https address expected"));
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        var webhook = new Webhook(id, url, Signature.of(key), true, clock.instant(), null);
        return Panache.withTransaction(() -> webhooks.save(webhook).chain(() -> record(id, "webhook.saved", url)))
                .replaceWith(WebhookView.of(webhook, webhook.signature().secret()));
    }

    @POST
    @Path("/test")
    @Operation(summary = "Call the program with nothing to tell")
    @APIResponse(responseCode = "202", description = "It is called in a moment")
    public Uni<RestResponse<Void>> test() {
        SellerId id = seller.id();
        return Panache.withTransaction(() -> webhooks.find(id)
                        .map(found -> found.orElseThrow(NotFoundException::new))
                        .chain(() -> webhooks.addTrial(id, clock.instant())))
                .replaceWith(RestResponse.accepted());
    }

    @DELETE
    @Operation(summary = "Have no program called any more")
    @APIResponse(responseCode = "204", description = "Nothing is called")
    public Uni<Void> remove() {
        SellerId id = seller.id();
        return Panache.withTransaction(() -> webhooks.remove(id).flatMap(removed -> {
            if (!removed) {
                throw new NotFoundException();
            }
            return audit.record(
                    id, new AuditEntry(clock.instant(), seller.person(), "webhook.removed", "webhook", null));
        }));
    }

    private Uni<Void> record(SellerId id, String action, URI url) {
        return audit.record(id, new AuditEntry(clock.instant(), seller.person(), action, "webhook", url.toString()));
    }
}
