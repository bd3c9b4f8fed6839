package pl.odzew.notification.alert.config;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/// Where the time comes from.
final class TimeSource {

    @Produces
    @Singleton
    static Clock clock() {
        return Clock.systemUTC();
    }
}
