package pl.odzew.portal.accounts.rest;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import pl.odzew.portal.accounts.AccountView;
import pl.odzew.portal.accounts.LinkBegun;
import pl.odzew.portal.services.rest.ProblemReader;
import pl.odzew.portal.services.rest.SellersToken;

/// allegro-gateway, as far as the pages need it.
@RegisterRestClient(configKey = "allegro-gateway")
@RegisterProvider(SellersToken.class)
@RegisterProvider(ProblemReader.class)
@Path("/api/v1/allegro-accounts")
public interface AccountsApi {

    /// What Allegro sent back with the seller; both serve once.
    record Callback(String code, String state) {

        @Override
        public String toString() {
            return "Callback[redacted]";
        }
    }

    @GET
    Uni<List<AccountView>> list();

    @GET
    @Path("{id}")
    Uni<AccountView> get(@PathParam("id") String id);

    @DELETE
    @Path("{id}")
    Uni<Void> unlink(@PathParam("id") String id);

    @POST
    @Path("links")
    Uni<LinkBegun> begin();

    @POST
    @Path("links/callback")
    Uni<AccountView> complete(Callback callback);
}
