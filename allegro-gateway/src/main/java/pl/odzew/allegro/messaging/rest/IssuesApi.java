package pl.odzew.allegro.messaging.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
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
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import pl.odzew.allegro.client.rest.AnswerLog;
import pl.odzew.allegro.client.rest.AnswerMapper;
import pl.odzew.allegro.client.rest.MediaTypes;

/// `allegro-public-v1.openapi.yaml`, `/sale/issues` in it, which exists in `beta.v1` alone: what of it is
/// used.
@Path("/sale/issues")
@RegisterRestClient(configKey = "allegro")
@RegisterProvider(AnswerLog.class)
@RegisterProvider(AnswerMapper.class)
@Produces(MediaTypes.BETA_V1)
@Consumes(MediaTypes.BETA_V1)
public interface IssuesApi {

    /// By the day of opening, newest first.
    @GET
    Uni<IssuesWire> issues(
            @HeaderParam("Authorization") String bearer,
            @QueryParam("limit") int limit,
            @QueryParam("offset") int offset,
            @QueryParam("status") List<String> statuses);

    @GET
    @Path("{issueId}/chat")
    Uni<ChatWire> chat(
            @HeaderParam("Authorization") String bearer,
            @PathParam("issueId") String issueId,
            @QueryParam("limit") int limit,
            @QueryParam("offset") int offset);

    @POST
    @Path("{issueId}/message")
    Uni<MessageWire> post(
            @HeaderParam("Authorization") String bearer, @PathParam("issueId") String issueId, NewMessageWire message);

    /// The address for the bytes is in the header `Location`.
    @POST
    @Path("attachments")
    Uni<RestResponse<MessagingApi.ReferenceWire>> declare(
            @HeaderParam("Authorization") String bearer, NewAttachmentWire attachment);

    record IssuesWire(List<IssueWire> issues) {}

    record IssueWire(
            String id,
            String type,
            @Nullable UserWire buyer,
            @Nullable StateWire currentState,
            @Nullable ChatSummaryWire chat) {}

    record UserWire(@Nullable String login) {}

    /// @param chatActive absent where Allegro does not say
    record StateWire(@Nullable String status, @Nullable Boolean chatActive) {}

    record ChatSummaryWire(@Nullable LastMessageWire lastMessage) {}

    record LastMessageWire(
            @Nullable String status, @Nullable Instant createdAt) {}

    record ChatWire(List<MessageWire> chat) {}

    record MessageWire(String id, @Nullable String text, AuthorWire author, Instant createdAt) {}

    record AuthorWire(String role, @Nullable String login) {}

    /// @param type `REGULAR` always: the others are formal statements of the seller's
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NewMessageWire(String text, @Nullable List<MessagingApi.ReferenceWire> attachments, String type) {}

    /// @param fileName so here; `filename` for messages
    record NewAttachmentWire(String fileName, long size) {}
}
