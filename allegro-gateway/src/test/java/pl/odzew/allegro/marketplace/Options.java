package pl.odzew.allegro.marketplace;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How a [Marketplace] is started.
///
/// @param port on loopback; 0 takes a free one
/// @param dataFolder where sellers, messages and tokens outlive a restart; without one they live in memory
/// @param clientId of the one application that is registered
/// @param accessTokenLifetime twelve hours at Allegro
/// @param documents whether requests and answers are held to Allegro's documents, which costs more than all the rest
public record Options(
        int port,
        @Nullable Path dataFolder,
        String clientId,
        String clientSecret,
        Duration accessTokenLifetime,
        boolean documents,
        Clock clock) {

    public static final String DEFAULT_CLIENT_ID = "odzew";
    public static final String DEFAULT_CLIENT_SECRET = "stand-in-secret";

    public static Options inMemory() {
        return at(0);
    }

    public static Options at(int port) {
        return new Options(
                port,
                null,
                DEFAULT_CLIENT_ID,
                DEFAULT_CLIENT_SECRET,
                Duration.ofSeconds(43199),
                true,
                Clock.systemUTC());
    }

    public Options keepingIn(Path folder) {
        return new Options(port, folder, clientId, clientSecret, accessTokenLifetime, documents, clock);
    }

    public Options asClient(String id, String secret) {
        return new Options(port, dataFolder, id, secret, accessTokenLifetime, documents, clock);
    }

    public Options withClock(Clock other) {
        return new Options(port, dataFolder, clientId, clientSecret, accessTokenLifetime, documents, other);
    }

    public Options withAccessTokenLifetime(Duration lifetime) {
        return new Options(port, dataFolder, clientId, clientSecret, lifetime, documents, clock);
    }

    /// For measuring whoever asks, and not this.
    public Options withoutDocuments() {
        return new Options(port, dataFolder, clientId, clientSecret, accessTokenLifetime, false, clock);
    }
}
