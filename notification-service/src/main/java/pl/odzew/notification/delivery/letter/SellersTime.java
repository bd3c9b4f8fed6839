package pl.odzew.notification.delivery.letter;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import pl.odzew.notification.contact.Language;

/// Moments as sellers read them: in Polish time, in their language.
public final class SellersTime {

    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");

    private SellersTime() {}

    /// The day alone.
    public static String day(Instant moment, Language language) {
        return formatted(day(language), moment, language);
    }

    static String format(Instant moment, Language language) {
        return formatted(day(language) + ", HH:mm", moment, language);
    }

    private static String day(Language language) {
        return switch (language) {
            case PL, EN -> "d MMMM yyyy";
            case CS, SK -> "d. MMMM yyyy";
            case HU -> "yyyy. MMMM d.";
        };
    }

    private static String formatted(String pattern, Instant moment, Language language) {
        return DateTimeFormatter.ofPattern(pattern, language.locale())
                .withZone(WARSAW)
                .format(moment);
    }
}
