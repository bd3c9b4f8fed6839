package pl.odzew.responder.hours;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// When the seller works, by the wall clock of his time zone; immutable.
///
/// On the day on which clocks go forward an hour that does not exist is no working time; on the day on which they go
/// back an hour that comes twice counts twice.
///
/// @param week the intervals of each day in their order; a day without any is free
/// @param holidays the countries whose public holidays are free
public record WorkingHours(
        ZoneId zone, Map<DayOfWeek, List<Interval>> week, Set<Country> holidays, List<Closure> closures) {

    public static final ZoneId DEFAULT_ZONE = ZoneId.of("Europe/Warsaw");

    /// A closure and the holidays around it are shorter than this; who closes for longer has no next opening to tell.
    private static final int DAYS_AHEAD = 400;

    private static final List<Interval> WHOLE_DAY = List.of(new Interval(0, Interval.END_OF_DAY));

    /// Of a seller who has not said when he works.
    public static final WorkingHours ALWAYS = new WorkingHours(DEFAULT_ZONE, everyDay(), Set.of(), List.of());

    public WorkingHours {
        requireNonNull(zone, "zone is null");
        week = Map.copyOf(week);
        holidays = Set.copyOf(holidays);
        closures = List.copyOf(closures);
    }

    public boolean isOpenAt(Instant moment, PublicHolidays calendar) {
        ZonedDateTime local = moment.atZone(zone);
        return intervalsOn(local.toLocalDate(), calendar).stream()
                .anyMatch(interval -> interval.contains(local.toLocalTime()));
    }

    /// The intervals in which the seller works on that day, in their order; empty on a free one.
    public List<Interval> intervalsOn(LocalDate day, PublicHolidays calendar) {
        boolean free = closures.stream().anyMatch(closure -> closure.contains(day))
                || holidays.stream().anyMatch(country -> calendar.isHoliday(day, country));
        return free ? List.of() : week.getOrDefault(day.getDayOfWeek(), List.of());
    }

    public LocalDate dayOf(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }

    /// When the seller begins to work after that moment, whether or not he works at it.
    ///
    /// Empty where he never stops, or does not begin within a year.
    public Optional<ZonedDateTime> nextOpeningAfter(Instant moment, PublicHolidays calendar) {
        LocalDate first = dayOf(moment);
        return Stream.iterate(first, day -> day.plusDays(1))
                .limit(DAYS_AHEAD)
                .flatMap(day -> intervalsOn(day, calendar).stream().flatMap(i -> openings(day.atTime(i.start()))))
                .filter(opening -> opening.toInstant().isAfter(moment))
                .filter(opening -> isOpenAt(opening.toInstant(), calendar))
                .filter(opening -> !isOpenAt(opening.toInstant().minusNanos(1), calendar))
                .findFirst();
    }

    /// A wall-clock time is one moment, two where clocks go back, and none where they go forward: then the next one.
    private Stream<ZonedDateTime> openings(LocalDateTime start) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(start);
        return offsets.isEmpty()
                ? Stream.of(zone.getRules().getTransition(start).getInstant().atZone(zone))
                : offsets.stream().map(offset -> ZonedDateTime.ofInstant(start, offset, zone));
    }

    private static Map<DayOfWeek, List<Interval>> everyDay() {
        var week = new EnumMap<DayOfWeek, List<Interval>>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, WHOLE_DAY);
        }
        return week;
    }
}
