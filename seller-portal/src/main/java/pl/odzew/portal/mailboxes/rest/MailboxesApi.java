package pl.odzew.portal.mailboxes.rest;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;
import pl.odzew.portal.mailboxes.MailboxView;
import pl.odzew.portal.services.rest.ProblemReader;
import pl.odzew.portal.services.rest.SellersToken;

/// mailbox-service, as far as the pages need it.
@RegisterRestClient(configKey = "mailbox-service")
@RegisterProvider(SellersToken.class)
@RegisterProvider(ProblemReader.class)
@Path("/api/v1/mailboxes")
public interface MailboxesApi {

    /// @param imap and `smtp`: for a provider that is not known
    record Connecting(
            String address,
            String password,
            String provider,
            MailboxView.@Nullable ServerAddress imap,
            MailboxView.@Nullable ServerAddress smtp) {

        @Override
        public String toString() {
            return "Connecting[" + provider + "]";
        }
    }

    record NewPassword(String password) {

        @Override
        public String toString() {
            return "NewPassword[redacted]";
        }
    }

    @GET
    Uni<List<MailboxView>> list();

    @GET
    @Path("{id}")
    Uni<MailboxView> get(@PathParam("id") String id);

    @POST
    Uni<MailboxView> connect(Connecting mailbox);

    @PUT
    @Path("{id}/password")
    Uni<MailboxView> changePassword(@PathParam("id") String id, NewPassword password);

    @POST
    @Path("{id}/check")
    Uni<MailboxView> check(@PathParam("id") String id);

    @POST
    @Path("{id}/pause")
    Uni<MailboxView> pause(@PathParam("id") String id);

    @POST
    @Path("{id}/resume")
    Uni<MailboxView> resume(@PathParam("id") String id);

    @PATCH
    @Path("{id}")
    Uni<MailboxView> change(@PathParam("id") String id, Map<String, Object> settings);

    @DELETE
    @Path("{id}")
    Uni<Void> disconnect(@PathParam("id") String id);
}
