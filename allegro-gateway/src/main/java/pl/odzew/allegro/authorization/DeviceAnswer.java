package pl.odzew.allegro.authorization;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/// What Allegro said to the wish to link by device (RFC 8628).
public sealed interface DeviceAnswer {

    /// The seller types the user code at the address; until he has, the device code is asked about.
    ///
    /// @param verificationUriComplete the same address with the code in it
    /// @param interval the least time between two questions
    record Begun(
            Secret deviceCode,
            String userCode,
            URI verificationUri,
            URI verificationUriComplete,
            Duration interval,
            Instant expiresAt)
            implements DeviceAnswer {

        public Begun {
            requireNonNull(deviceCode, "deviceCode is null");
            requireNonNull(userCode, "userCode is null");
            requireNonNull(verificationUri, "verificationUri is null");
            requireNonNull(verificationUriComplete, "verificationUriComplete is null");
            requireNonNull(interval, "interval is null");
            requireNonNull(expiresAt, "expiresAt is null");
        }
    }

    record Unavailable(String what) implements DeviceAnswer {}
}
