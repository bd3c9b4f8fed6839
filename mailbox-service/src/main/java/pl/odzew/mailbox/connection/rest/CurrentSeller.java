package pl.odzew.mailbox.connection.rest;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import pl.odzew.events.SellerId;

/// For which seller the caller's token speaks.
@RequestScoped
class CurrentSeller {

    private final SecurityIdentity identity;
    private final String claim;

    CurrentSeller(
            SecurityIdentity identity,
            @ConfigProperty(name = "odzew.seller-claim", defaultValue = "sub") String claim) {
        this.identity = identity;
        this.claim = claim;
    }

    SellerId id() {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            Object value = token.getClaim(claim);
            if (value instanceof String seller && !seller.isBlank()) {
                return new SellerId(seller);
            }
        }
        throw new ForbiddenException("the token names no seller");
    }

    /// Who the caller is: several people may work for one seller.
    String actor() {
        return identity.getPrincipal().getName();
    }
}
