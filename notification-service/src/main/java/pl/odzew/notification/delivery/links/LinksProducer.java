package pl.odzew.notification.delivery.links;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import pl.odzew.notification.delivery.Links;
import pl.odzew.notification.secret.LinkTokens;

/// The links under the address that the operator gave.
final class LinksProducer {

    /// @param base where `/links/…` reaches this service from outside; with or without a slash at its end
    @Produces
    @Singleton
    static Links links(@ConfigProperty(name = "odzew.links-url") String base, LinkTokens tokens) {
        return new Links(URI.create(base.replaceFirst("/+$", "")), tokens);
    }
}
