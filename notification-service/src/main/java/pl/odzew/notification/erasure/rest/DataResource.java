package pl.odzew.notification.erasure.rest;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import pl.odzew.events.EventId;
import pl.odzew.events.SellerId;
import pl.odzew.events.catalogue.CloudEvent;
import pl.odzew.events.catalogue.Service;
import pl.odzew.events.seller.v1.SellerErasureRequested;
import pl.odzew.notification.access.rest.SellerOfRequest;
import pl.odzew.notification.delivery.postgres.MailStore;
import pl.odzew.notification.erasure.Erasure;
import pl.odzew.notification.erasure.postgres.ErasureStore;
import pl.odzew.notification.erasure.postgres.SellersRows;
import pl.odzew.transport.outbox.Outbox;

/// What Odzew keeps of the seller of the request, and its end.
@Authenticated
@Path("/api/v1/data")
@Tag(name = "Data", description = "A seller's own data: a copy, and their end")
public class DataResource {

    private static final Logger LOG = Logger.getLogger(DataResource.class);

    private final ErasureStore erasures;
    private final SellersRows rows;
    private final MailStore mails;
    private final Outbox outbox;
    private final SellerOfRequest seller;
    private final Clock clock;

    DataResource(
            ErasureStore erasures,
            SellersRows rows,
            MailStore mails,
            Outbox outbox,
            SellerOfRequest seller,
            Clock clock) {
        this.erasures = erasures;
        this.rows = rows;
        this.mails = mails;
        this.outbox = outbox;
        this.seller = seller;
        this.clock = clock;
    }

    /// @param tables by name, each with all rows of the seller
    public record Copy(SellerId sellerId, Instant exportedAt, Map<String, Object> tables) {}

    /// What the other services keep is in their own resources: mailboxes, accounts, rules and decisions.
    @GET
    @Operation(summary = "A copy of all that this service keeps of the seller")
    public Uni<Copy> export() {
        SellerId id = seller.id();
        return Panache.withTransaction(() -> rows.export(id))
                .map(tables -> new Copy(id, clock.instant(), tables.getMap()));
    }

    /// Asks every service to forget the seller. Asked again while that lasts, it answers the same request.
    @DELETE
    @Operation(summary = "Forget the seller, in every service")
    @APIResponse(
            responseCode = "202",
            description = "All services are asked; Location shows how far they have come",
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "two have answered", value = ErasureView.EXAMPLE)))
    public Uni<RestResponse<ErasureView>> erase() {
        SellerId id = seller.id();
        return Panache.withTransaction(() -> mails.lockSeller(id)
                        .chain(() -> erasures.pendingOf(id))
                        .flatMap(pending -> pending.map(Uni.createFrom()::item).orElseGet(() -> begin(id))))
                .map(erasure -> RestResponse.ResponseBuilder.<ErasureView>create(RestResponse.Status.ACCEPTED)
                        .location(URI.create("/api/v1/data/erasures/" + erasure.requestId()))
                        .entity(ErasureView.of(erasure))
                        .build());
    }

    /// While it lasts only its seller sees it. Afterwards it names nobody, and whoever kept the number may see it.
    @GET
    @Path("/erasures/{requestId}")
    @Operation(summary = "How far a request to be forgotten has come, also when it is done")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "two have answered", value = ErasureView.EXAMPLE)))
    public Uni<ErasureView> progress(UUID requestId) {
        SellerId id = seller.id();
        return Panache.withTransaction(() -> erasures.find(requestId))
                .map(found -> found.filter(erasure -> erasure.isVisibleTo(id)).orElseThrow(NotFoundException::new))
                .map(ErasureView::of);
    }

    private Uni<Erasure> begin(SellerId id) {
        UUID requestId = UUID.randomUUID();
        Instant now = clock.instant();
        LOG.infof("A seller asks to be forgotten: requestId=%s", requestId);
        return erasures.add(requestId, id, now)
                .chain(() -> outbox.add(new CloudEvent(
                        new EventId(requestId.toString()),
                        Service.NOTIFICATION_SERVICE.source(),
                        now,
                        new SellerErasureRequested(id, requestId, now),
                        null)))
                .replaceWith(new Erasure(requestId, id, now, null, Map.of()));
    }
}
