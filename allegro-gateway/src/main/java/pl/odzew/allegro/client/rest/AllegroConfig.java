package pl.odzew.allegro.client.rest;

import io.smallrye.config.ConfigMapping;
import java.net.URI;

/// Where Allegro is, and who we are to it.
@ConfigMapping(prefix = "odzew.allegro")
public interface AllegroConfig {

    /// The REST API, without a path.
    URI apiUrl();

    /// OAuth's base, ending in `/auth/oauth`.
    URI oauthUrl();

    /// Of the one application that all sellers consent to.
    String clientId();

    String clientSecret();

    /// The page to which Allegro sends the seller back; must equal the registered one.
    URI redirectUri();

    /// `Name/Version (+https://info-page)` with the registered application's name: demanded since June 2026.
    String userAgent();
}
