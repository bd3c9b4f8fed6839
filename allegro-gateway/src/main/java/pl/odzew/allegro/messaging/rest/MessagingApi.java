package pl.odzew.allegro.messaging.rest;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;
import pl.odzew.allegro.client.rest.AnswerLog;
import pl.odzew.allegro.client.rest.AnswerMapper;
import pl.odzew.allegro.client.rest.MediaTypes;

/// `allegro-messaging-beta-v1.openapi.yaml`: what of it is used.
@Path("/messaging/threads")
@RegisterRestClient(configKey = "allegro")
@RegisterProvider(AnswerLog.class)
@RegisterProvider(AnswerMapper.class)
@Produces(MediaTypes.BETA_V1)
public interface MessagingApi {

    /// Newest last message first.
    @GET
    Uni<ThreadsWire> threads(
            @HeaderParam("Authorization") String bearer,
            @QueryParam("limit") int limit,
            @QueryParam("page.id") @Nullable String page);

    @GET
    @Path("{threadId}/messages")
    Uni<MessagesWire> messages(
            @HeaderParam("Authorization") String bearer,
            @PathParam("threadId") String threadId,
            @QueryParam("limit") int limit,
            @QueryParam("page.id") @Nullable String page);

    @POST
    @Path("{threadId}/messages")
    @Consumes(MediaTypes.BETA_V1)
    Uni<MessageWire> post(
            @HeaderParam("Authorization") String bearer,
            @PathParam("threadId") String threadId,
            NewMessageWire message);

    record ThreadsWire(List<ThreadWire> threads, @Nullable NextPageWire nextPage) {}

    record ThreadWire(
            String id,
            String type,
            @Nullable Instant lastMessageDateTime,
            @Nullable List<ParticipantWire> participants) {}

    record ParticipantWire(String role, @Nullable String login) {}

    record NextPageWire(String id) {}

    record MessagesWire(
            List<MessageWire> messages, @Nullable NextPageWire nextPage) {}

    record MessageWire(
            String id,
            String status,
            Instant createdAt,
            AuthorWire author,
            @Nullable String text,
            @Nullable String subject,
            @Nullable RelatesToWire relatesTo) {}

    record AuthorWire(String role, @Nullable String login) {}

    record RelatesToWire(
            @Nullable ReferenceWire offer, @Nullable ReferenceWire order) {}

    record ReferenceWire(String id) {}

    record NewMessageWire(String text) {}
}
