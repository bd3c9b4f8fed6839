package pl.odzew.responder.access.rest;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import pl.odzew.events.SellerId;

/// The seller of the request: a claim of the token, so that several people may work for one seller.
@RequestScoped
public class CurrentSeller {

    private final SecurityIdentity identity;
    private final String claim;

    CurrentSeller(
            SecurityIdentity identity,
            @ConfigProperty(name = "odzew.seller-claim", defaultValue = "sub") String claim) {
        this.identity = identity;
        this.claim = claim;
    }

    /// Who acts: the token's own name for the person, who may be one of several that work for the seller.
    public String person() {
        return identity.getPrincipal().getName();
    }

    /// Throws [ForbiddenException] for a token that names no seller.
    public SellerId id() {
        if (identity.getPrincipal() instanceof JsonWebToken token
                && token.getClaim(claim) instanceof String seller
                && !seller.isBlank()) {
            return new SellerId(seller);
        }
        throw new ForbiddenException("the token names no seller");
    }
}
