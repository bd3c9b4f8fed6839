package pl.odzew.portal.words.qute;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The clock on the pages' wall: its zone is the sellers'.
@ApplicationScoped
class PageClock {

    private final ZoneId zone;

    PageClock(@ConfigProperty(name = "odzew.portal.zone") ZoneId zone) {
        this.zone = zone;
    }

    @Produces
    @ApplicationScoped
    Clock clock() {
        return Clock.system(zone);
    }
}
