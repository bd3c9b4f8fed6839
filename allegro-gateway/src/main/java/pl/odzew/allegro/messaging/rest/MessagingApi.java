package pl.odzew.allegro.messaging.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
@Path("/messaging")
@RegisterRestClient(configKey = "allegro")
@RegisterProvider(AnswerLog.class)
@RegisterProvider(AnswerMapper.class)
@Produces(MediaTypes.BETA_V1)
@Consumes(MediaTypes.BETA_V1)
public interface MessagingApi {

    /// Newest last message first.
    @GET
    @Path("threads")
    Uni<ThreadsWire> threads(
            @HeaderParam("Authorization") String bearer,
            @QueryParam("limit") int limit,
            @QueryParam("page.id") @Nullable String page);

    @GET
    @Path("threads/{threadId}/messages")
    Uni<MessagesWire> messages(
            @HeaderParam("Authorization") String bearer,
            @PathParam("threadId") String threadId,
            @QueryParam("limit") int limit,
            @QueryParam("page.id") @Nullable String page);

    @POST
    @Path("threads/{threadId}/messages")
    Uni<MessageWire> post(
            @HeaderParam("Authorization") String bearer,
            @PathParam("threadId") String threadId,
            NewMessageWire message);

    @PUT
    @Path("threads/{threadId}/read")
    Uni<ReadWire> read(
            @HeaderParam("Authorization") String bearer, @PathParam("threadId") String threadId, ReadWire flag);

    @GET
    @Path("messages/{messageId}")
    Uni<MessageWire> message(@HeaderParam("Authorization") String bearer, @PathParam("messageId") String messageId);

    record ThreadsWire(List<ThreadWire> threads, @Nullable NextPageWire nextPage) {}

    record ThreadWire(
            String id,
            String type,
            @Nullable String status,
            @Nullable Instant lastMessageDateTime,
            @Nullable List<ParticipantWire> participants) {}

    record ParticipantWire(String role, @Nullable String login) {}

    record NextPageWire(String id) {}

    record MessagesWire(
            List<MessageWire> messages, @Nullable NextPageWire nextPage) {}

    record MessageWire(
            String id,
            String status,
            @Nullable String type,
            Instant createdAt,
            AuthorWire author,
            @Nullable String text,
            @Nullable String subject,
            @Nullable RelatesToWire relatesTo) {}

    record AuthorWire(String role, @Nullable String login) {}

    record RelatesToWire(
            @Nullable ReferenceWire offer, @Nullable ReferenceWire order) {}

    record ReferenceWire(String id) {}

    /// @param attachments absent where there are none
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NewMessageWire(String text, @Nullable List<ReferenceWire> attachments) {}

    record ReadWire(boolean read) {}
}
