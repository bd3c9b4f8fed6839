package pl.odzew.allegro.replying;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/// Until when a seller who has reached Allegro's daily limit of messages is left alone: Allegro does not
/// say how it counts, so until a little after midnight where Allegro is.
public final class DailyLimit {

    private static final ZoneId ALLEGRO = ZoneId.of("Europe/Warsaw");
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private DailyLimit() {}

    public static Instant until(Instant now) {
        return now.atZone(ALLEGRO)
                .toLocalDate()
                .plusDays(1)
                .atTime(LocalTime.MIDNIGHT)
                .atZone(ALLEGRO)
                .toInstant()
                .plus(MARGIN);
    }
}
