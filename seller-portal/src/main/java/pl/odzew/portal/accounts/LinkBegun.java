package pl.odzew.portal.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where the seller agrees at Allegro, and until when.
public record LinkBegun(
        String state, String authorizationUrl, @Nullable Instant expiresAt) {}
