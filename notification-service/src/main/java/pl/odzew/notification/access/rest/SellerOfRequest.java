package pl.odzew.notification.access.rest;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import pl.odzew.events.SellerId;

/// Whose request it is: the seller that the token names.
@RequestScoped
public class SellerOfRequest {

    private final SecurityIdentity identity;
    private final String claim;

    SellerOfRequest(SecurityIdentity identity, @ConfigProperty(name = "odzew.seller-claim") String claim) {
        this.identity = identity;
        this.claim = claim;
    }

    /// Throws [ForbiddenException] when the token names no seller.
    public SellerId id() {
        if (identity.getPrincipal() instanceof JsonWebToken token
                && token.getClaim(claim) instanceof String seller
                && !seller.isBlank()) {
            return new SellerId(seller);
        }
        throw new ForbiddenException("the token names no seller in its claim " + claim);
    }

    /// Who of the seller's people it is, by the token's `sub`.
    public String person() {
        return identity.getPrincipal() instanceof JsonWebToken token && token.getSubject() != null
                ? token.getSubject()
                : identity.getPrincipal().getName();
    }
}
