package pl.odzew.allegro.authorization.oauth;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import pl.odzew.allegro.client.rest.AnswerLog;
import pl.odzew.allegro.client.rest.AnswerMapper;
import pl.odzew.allegro.client.rest.MediaTypes;

/// `allegro-public-v1.openapi.yaml`: who consented.
@Path("/")
@RegisterRestClient(configKey = "allegro")
@RegisterProvider(AnswerLog.class)
@RegisterProvider(AnswerMapper.class)
@Produces(MediaTypes.PUBLIC_V1)
public interface ProfileApi {

    @GET
    @Path("me")
    Uni<MeWire> me(@HeaderParam("Authorization") String bearer);

    @GET
    @Path("account/additional-emails")
    Uni<EmailsWire> additionalEmails(@HeaderParam("Authorization") String bearer);

    record MeWire(String id, String login) {}

    record EmailsWire(@JsonProperty("additional-emails") List<EmailWire> emails) {}

    record EmailWire(String email) {}
}
