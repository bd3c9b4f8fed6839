package pl.odzew.responder.wording;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pl.odzew.responder.hours.PublicHolidays;
import pl.odzew.responder.hours.WorkingHours;

/// What the placeholders of one reply stand for.
///
/// @param now the moment of the reply, from which today and the next opening follow
public record Filling(
        @Nullable String buyer,
        @Nullable String offer,
        @Nullable String order,
        WorkingHours hours,
        PublicHolidays calendar,
        String signature,
        Instant now) {

    public Filling {
        requireNonNull(hours, "hours is null");
        requireNonNull(calendar, "calendar is null");
        requireNonNull(signature, "signature is null");
        requireNonNull(now, "now is null");
    }

    public String fill(Template template, Language language) {
        return template.fill(placeholder -> value(placeholder, Phrases.in(language)));
    }

    private @Nullable String value(Placeholder placeholder, Phrases phrases) {
        return switch (placeholder) {
            case BUYER -> buyer;
            case OFFER -> offer;
            case ORDER -> order;
            case HOURS_TODAY -> phrases.hours(hours.intervalsOn(hours.dayOf(now), calendar));
            case NEXT_OPENING ->
                hours.nextOpeningAfter(now, calendar)
                        .map(opening -> phrases.opening(opening, hours.dayOf(now)))
                        .orElse(null);
            case SIGNATURE -> signature;
        };
    }
}
