package pl.odzew.allegro.messaging.rest;

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

/// `allegro-public-v1.openapi.yaml`, the messaging in it: what of it is used. Attachments exist in this
/// version alone.
@Path("/messaging")
@RegisterRestClient(configKey = "allegro")
@RegisterProvider(AnswerLog.class)
@RegisterProvider(AnswerMapper.class)
@Produces(MediaTypes.PUBLIC_V1)
@Consumes(MediaTypes.PUBLIC_V1)
public interface PublicMessagingApi {

    @GET
    @Path("threads")
    Uni<ThreadsWire> threads(
            @HeaderParam("Authorization") String bearer,
            @QueryParam("limit") int limit,
            @QueryParam("offset") int offset);

    @GET
    @Path("threads/{threadId}/messages")
    Uni<MessagesWire> messages(
            @HeaderParam("Authorization") String bearer,
            @PathParam("threadId") String threadId,
            @QueryParam("limit") int limit,
            @QueryParam("offset") int offset);

    @POST
    @Path("threads/{threadId}/messages")
    Uni<MessageWire> post(
            @HeaderParam("Authorization") String bearer,
            @PathParam("threadId") String threadId,
            MessagingApi.NewMessageWire message);

    @PUT
    @Path("threads/{threadId}/read")
    Uni<Void> read(
            @HeaderParam("Authorization") String bearer,
            @PathParam("threadId") String threadId,
            MessagingApi.ReadWire flag);

    @GET
    @Path("messages/{messageId}")
    Uni<MessageWire> message(@HeaderParam("Authorization") String bearer, @PathParam("messageId") String messageId);

    @POST
    @Path("message-attachments")
    Uni<MessagingApi.ReferenceWire> declare(@HeaderParam("Authorization") String bearer, NewAttachmentWire attachment);

    /// The body's type is the file's.
    @PUT
    @Path("message-attachments/{attachmentId}")
    @Consumes("*/*")
    Uni<MessagingApi.ReferenceWire> upload(
            @HeaderParam("Authorization") String bearer,
            @HeaderParam("Content-Type") String mediaType,
            @PathParam("attachmentId") String attachmentId,
            byte[] content);

    record ThreadsWire(List<ThreadWire> threads) {}

    record ThreadWire(
            String id,
            @Nullable Instant lastMessageDateTime,
            @Nullable InterlocutorWire interlocutor) {}

    record InterlocutorWire(@Nullable String login) {}

    record MessagesWire(List<MessageWire> messages) {}

    record MessageWire(
            String id,
            String status,
            @Nullable String type,
            Instant createdAt,
            AuthorWire author,
            @Nullable String text,
            @Nullable String subject,
            MessagingApi.@Nullable RelatesToWire relatesTo) {}

    record AuthorWire(@Nullable String login, boolean isInterlocutor) {}

    /// @param filename so here; `fileName` for claims
    record NewAttachmentWire(String filename, long size) {}
}
