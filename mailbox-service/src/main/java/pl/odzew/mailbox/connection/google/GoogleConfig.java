package pl.odzew.mailbox.connection.google;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// The operator's client at Google. Without it nobody is offered to sign in with Google.
@ConfigMapping(prefix = "odzew.google")
public interface GoogleConfig {

    Optional<String> clientId();

    Optional<String> clientSecret();

    /// The page of the portal to which Google sends the seller back; registered with Google.
    Optional<URI> redirectUri();

    @WithDefault("https://accounts.google.com/o/oauth2/v2/auth")
    URI authorizationUrl();

    @WithDefault("https://oauth2.googleapis.com/token")
    URI tokenUrl();

    @WithDefault("5S")
    Duration timeout();
}
