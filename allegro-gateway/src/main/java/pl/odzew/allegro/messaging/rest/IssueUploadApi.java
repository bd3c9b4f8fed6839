package pl.odzew.allegro.messaging.rest;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import pl.odzew.allegro.client.rest.AnswerLog;
import pl.odzew.allegro.client.rest.AnswerMapper;
import pl.odzew.allegro.client.rest.MediaTypes;

/// The one-time address that Allegro gives for a file of a claim; it must not be put together by hand.
@RegisterRestClient(configKey = "allegro")
@RegisterProvider(AnswerLog.class)
@RegisterProvider(AnswerMapper.class)
@Produces(MediaTypes.BETA_V1)
public interface IssueUploadApi {

    @PUT
    @Consumes("*/*")
    Uni<MessagingApi.ReferenceWire> upload(
            @HeaderParam("Authorization") String bearer, @HeaderParam("Content-Type") String mediaType, byte[] content);
}
