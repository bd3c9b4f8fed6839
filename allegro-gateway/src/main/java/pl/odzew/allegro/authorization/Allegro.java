package pl.odzew.allegro.authorization;

import java.util.concurrent.CompletionStage;

/// Allegro's authorization server, and the little of its API that says who consented.
public interface Allegro {

    /// Where the seller's browser goes to consent.
    String authorizationUrl(LinkRequest request);

    /// Takes the code, which lives ten seconds. The stage never fails.
    CompletionStage<TokenAnswer> exchange(String code, Secret verifier);

    /// Begins to link by device. The stage never fails.
    CompletionStage<DeviceAnswer> device();

    /// Asks whether the seller has said yes. The stage never fails.
    CompletionStage<TokenAnswer> byDevice(Secret deviceCode);

    /// Uses the refresh token up. The stage never fails.
    CompletionStage<TokenAnswer> refresh(Secret refreshToken);

    /// Asks who it is; fails with [pl.odzew.allegro.client.AllegroException].
    CompletionStage<Profile> profile(Secret accessToken);
}
