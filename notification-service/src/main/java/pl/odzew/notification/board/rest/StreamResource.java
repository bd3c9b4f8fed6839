package pl.odzew.notification.board.rest;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.SellerId;
import pl.odzew.notification.access.rest.SellerOfRequest;
import pl.odzew.notification.board.Notification;
import pl.odzew.notification.board.postgres.BoardSignals;
import pl.odzew.notification.board.postgres.BoardStore;
import pl.odzew.notification.problem.rest.InvalidFieldException;
import pl.odzew.transport.transaction.Transactions;

/// The notifications of a seller as they change, as server-sent events.
@Authenticated
@Path("/api/v1/notifications/stream")
@Tag(name = "Notifications")
public class StreamResource {

    private static final String LAST_EVENT_ID = "Last-Event-ID";
    private static final int BATCH = 100;
    /// Longer than that no proxy should keep a connection.
    private static final Duration LONGEST = Duration.ofHours(1);

    private static final String EXAMPLE = """
            event: ready
            id: 41
            data: {"unread": 0}

            event: notification
            id: 42
            data: {"notification": {"id": "0d9f0c51-6b9e-4a4c-8d55-5f8f3b0c7b1e", "kind": "MAILBOX_AUTH_FAILED", …}, "unread": 1}

            : still here
            """;

    private final BoardStore board;
    private final BoardSignals signals;
    private final Transactions transactions;
    private final SellerOfRequest seller;
    private final SecurityIdentity identity;
    private final StreamConfig config;
    private final Clock clock;

    StreamResource(
            BoardStore board,
            BoardSignals signals,
            Transactions transactions,
            SellerOfRequest seller,
            SecurityIdentity identity,
            StreamConfig config,
            Clock clock) {
        this.board = board;
        this.signals = signals;
        this.transactions = transactions;
        this.seller = seller;
        this.identity = identity;
        this.config = config;
        this.clock = clock;
    }

    /// What has changed, and how many are unread after it.
    public record Change(NotificationView notification, long unread) {}

    public record Ready(long unread) {}

    /// Each event carries a notification as it is now; of one that changed several times only the last state may come.
    ///
    /// Without `Last-Event-ID` it begins with what happens next, with it after that event. It ends when the token
    /// does; programs connect again with the id they saw last, and miss nothing.
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            summary = "Changes of notifications as they happen, resumable by Last-Event-ID",
            description = "Events: `ready` at the start, `notification` for each change, `reset` when the given id is"
                    + " not one of this seller's stream and the list should be loaded anew. A comment comes where"
                    + " nothing else does for 15 seconds.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            examples = @ExampleObject(name = "a mailbox is locked", value = EXAMPLE)))
    public Multi<OutboundSseEvent> stream(@HeaderParam(LAST_EVENT_ID) @Nullable String lastEventId, @Context Sse sse) {
        var reader = new Reader(seller.id(), position(lastEventId), sse);
        return Multi.createBy()
                .repeating()
                .uni(() -> reader, Reader::next)
                .indefinitely()
                .onItem()
                .<OutboundSseEvent>disjoint()
                .select()
                .first(timeLeft());
    }

    /// @return -1 for a stream that begins now
    private static long position(@Nullable String lastEventId) {
        if (lastEventId == null || lastEventId.isBlank()) {
            return Reader.NOW;
        }
        try {
            long position = Long.parseLong(lastEventId.strip());
            if (position >= 0) {
                return position;
            }
        } catch (NumberFormatException _) {
            // Not one of ours, as anything else that is no number.
        }
        throw new InvalidFieldException(LAST_EVENT_ID, "not an id that this stream gave");
    }

    private Duration timeLeft() {
        if (identity.getPrincipal() instanceof JsonWebToken token && token.getExpirationTime() > 0) {
            Duration left = Duration.between(clock.instant(), Instant.ofEpochSecond(token.getExpirationTime()));
            return left.compareTo(LONGEST) < 0 && left.isPositive() ? left : LONGEST;
        }
        return LONGEST;
    }

    /// One seller's place in the stream.
    private final class Reader {

        private static final long NOW = -1;

        private final SellerId sellerId;
        private final Sse sse;
        private long position;
        private boolean greeted;

        private Reader(SellerId sellerId, long position, Sse sse) {
            this.sellerId = sellerId;
            this.position = position;
            this.sse = sse;
        }

        Uni<List<OutboundSseEvent>> next() {
            if (!greeted) {
                greeted = true;
                return greet();
            }
            BoardSignals.Wait wait = signals.begin(sellerId);
            return read().flatMap(seen -> {
                if (!seen.isEmpty()) {
                    wait.end();
                    return Uni.createFrom().item(seen);
                }
                return wait.atMost(config.heartbeat())
                        .chain(this::read)
                        .map(then -> then.isEmpty() ? List.of(heartbeat()) : then);
            });
        }

        private Uni<List<OutboundSseEvent>> greet() {
            return transactions.run(() -> board.lastChange(sellerId)
                    .flatMap(last -> board.unread(sellerId).map(unread -> {
                        boolean unknown = position > last;
                        if (position == NOW || unknown) {
                            position = last;
                        }
                        return List.of(event(unknown ? "reset" : "ready", position, new Ready(unread)));
                    })));
        }

        private Uni<List<OutboundSseEvent>> read() {
            return transactions.run(() -> board.changedAfter(sellerId, position, BATCH)
                    .flatMap(changed -> changed.isEmpty()
                            ? Uni.createFrom().item(List.<OutboundSseEvent>of())
                            : board.unread(sellerId).map(unread -> events(changed, unread))));
        }

        private List<OutboundSseEvent> events(List<Notification> changed, long unread) {
            position = changed.getLast().change();
            return changed.stream()
                    .map(one -> event("notification", one.change(), new Change(NotificationView.of(one), unread)))
                    .toList();
        }

        private OutboundSseEvent event(String name, long id, Object data) {
            return sse.newEventBuilder()
                    .name(name)
                    .id(Long.toString(id))
                    .mediaType(MediaType.APPLICATION_JSON_TYPE)
                    .data(data)
                    .build();
        }

        private OutboundSseEvent heartbeat() {
            return sse.newEventBuilder().comment("still here").build();
        }
    }
}
