package pl.odzew.portal.services.rest;

import io.quarkus.oidc.AccessTokenCredential;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;

/// Lets the services see who asks: the access token of the seller who is signed in goes with every request.
@ApplicationScoped
public class SellersToken implements ClientRequestFilter {

    private final Instance<AccessTokenCredential> credential;

    SellersToken(Instance<AccessTokenCredential> credential) {
        this.credential = credential;
    }

    @Override
    public void filter(ClientRequestContext request) {
        request.getHeaders()
                .putSingle(
                        HttpHeaders.AUTHORIZATION, "Bearer " + credential.get().getToken());
    }
}
