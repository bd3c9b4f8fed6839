package pl.odzew.portal.words;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/// Points in time as a person says them, in the seller's zone.
public record Moments(Language language, ZoneId zone, Instant now) {

    /// „dziś o 14:03”, „wczoraj o 9:10”, „12 lis o 9:10”, „12 lis 2025”.
    public String said(Instant moment) {
        ZonedDateTime at = moment.atZone(zone);
        LocalDate today = LocalDate.ofInstant(now, zone);
        String time = at.format(DateTimeFormatter.ofPattern("H:mm", language.locale()));
        Texts texts = Texts.in(language);
        if (at.toLocalDate().equals(today)) {
            return texts.text("moment_today", time);
        }
        if (at.toLocalDate().equals(today.minusDays(1))) {
            return texts.text("moment_yesterday", time);
        }
        return at.getYear() == today.getYear()
                ? texts.text("moment_day", at.format(pattern("d MMM")), time)
                : at.format(pattern("d MMM yyyy"));
    }

    /// With everything, for whoever looks closer.
    public String exactly(Instant moment) {
        return moment.atZone(zone).format(pattern("d MMMM yyyy, H:mm:ss z"));
    }

    /// „12 lis”.
    public String day(LocalDate day) {
        return day.format(pattern("d MMM"));
    }

    /// How long something takes: „40 s”, „3 min”, „2 h 5 min”.
    public static String length(Duration length) {
        if (length.toMinutes() < 1) {
            return length.toSeconds() + " s";
        }
        if (length.toHours() < 1) {
            return length.toMinutes() + " min";
        }
        return length.toMinutesPart() == 0
                ? length.toHours() + " h"
                : length.toHours() + " h " + length.toMinutesPart() + " min";
    }

    private DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, language.locale());
    }
}
