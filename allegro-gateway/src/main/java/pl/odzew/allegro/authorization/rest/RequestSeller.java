package pl.odzew.allegro.authorization.rest;

import io.quarkus.security.ForbiddenException;
import jakarta.enterprise.context.RequestScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import pl.odzew.allegro.authorization.Person;
import pl.odzew.events.SellerId;

/// For whom a request acts: the value of the configured claim, so that several people may work for one seller.
@RequestScoped
public class RequestSeller {

    private final JsonWebToken token;
    private final String claim;

    RequestSeller(JsonWebToken token, @ConfigProperty(name = "odzew.seller-claim", defaultValue = "sub") String claim) {
        this.token = token;
        this.claim = claim;
    }

    /// Who acts for the seller; throws as [#id].
    public Person person() {
        String name = token.getName();
        return new Person(id(), name == null ? token.getSubject() : name);
    }

    /// Throws [ForbiddenException] for a token that names no seller.
    public SellerId id() {
        Object value = token.getClaim(claim);
        if (value == null || value.toString().isBlank()) {
            throw new ForbiddenException("the token names no seller");
        }
        return new SellerId(value.toString());
    }
}
