package pl.odzew.allegro.messaging.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import pl.odzew.allegro.client.rest.AllegroConfig;
import pl.odzew.allegro.messaging.MessageCenter;
import pl.odzew.allegro.messaging.MessageCenters;

/// The places of messages, in the configured version.
@ApplicationScoped
class Centers {

    @Produces
    @Singleton
    MessageCenters centers(
            MessagingConfig config,
            AllegroConfig allegro,
            @RestClient MessagingApi beta,
            @RestClient PublicMessagingApi publicV1,
            @RestClient IssuesApi issues) {
        MessageCenter messages = switch (config.version()) {
            case BETA_V1 -> new MessageCenterOverHttp(beta, publicV1);
            case PUBLIC_V1 -> new PublicMessageCenter(publicV1);
        };
        return new MessageCenters(List.of(messages, new IssuesOverHttp(issues, allegro)));
    }
}
