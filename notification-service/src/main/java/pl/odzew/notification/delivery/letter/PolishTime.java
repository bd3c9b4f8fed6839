package pl.odzew.notification.delivery.letter;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import pl.odzew.notification.contact.Language;

/// Moments as sellers read them: in Polish time, in their language.
final class PolishTime {

    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");

    private PolishTime() {}

    static String format(Instant moment, Language language) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", language.locale())
                .withZone(WARSAW)
                .format(moment);
    }
}
