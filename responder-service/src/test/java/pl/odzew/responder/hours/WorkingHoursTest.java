package pl.odzew.responder.hours;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.odzew.responder.hours.jollyday.JollydayHolidays;

/// When a seller works: intervals, holidays, closures, and the two days on which clocks change.
class WorkingHoursTest {

    private static final PublicHolidays CALENDAR = new JollydayHolidays();
    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");
    private static final List<Interval> WITH_LUNCH = List.of(new Interval(9 * 60, 12 * 60), new Interval(750, 17 * 60));

    private static final WorkingHours OFFICE = hours(
            Map.of(MONDAY, WITH_LUNCH, FRIDAY, WITH_LUNCH),
            Set.of(Country.PL),
            List.of(new Closure(LocalDate.of(2026, 11, 27), LocalDate.of(2026, 11, 29), "Urlop")));

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2026-11-23T08:59, false",
        "2026-11-23T09:00, true",
        "2026-11-23T11:59, true",
        "2026-11-23T12:00, false",
        "2026-11-23T12:30, true",
        "2026-11-23T17:00, false",
        "2026-11-24T10:00, false", // a Tuesday
        "2026-11-27T10:00, false", // a Friday, but closed
        "2026-12-04T10:00, true", // a Friday
        "2026-12-25T10:00, false", // a Friday, and Christmas
    })
    void worksWithinTheIntervalsOfItsDays(LocalDateTime local, boolean open) {
        assertThat(OFFICE.isOpenAt(local.atZone(WARSAW).toInstant(), CALENDAR)).isEqualTo(open);
    }

    @ParameterizedTest(name = "after {0} comes {1}")
    @CsvSource({
        "2026-11-23T08:00, 2026-11-23T09:00",
        "2026-11-23T09:00, 2026-11-23T12:30",
        "2026-11-23T13:00, 2026-11-30T09:00",
        "2026-12-21T18:00, 2026-12-28T09:00", // over Christmas
    })
    void opensNextAfterWhatIsFree(LocalDateTime now, LocalDateTime next) {
        assertThat(OFFICE.nextOpeningAfter(now.atZone(WARSAW).toInstant(), CALENDAR))
                .hasValueSatisfying(
                        opening -> assertThat(opening.toLocalDateTime()).isEqualTo(next));
    }

    @Test
    void whoAlwaysWorksHasNoNextOpening() {
        Instant now = Instant.parse("2026-11-23T12:00:00Z");

        assertThat(WorkingHours.ALWAYS.isOpenAt(now, CALENDAR)).isTrue();
        assertThat(WorkingHours.ALWAYS.nextOpeningAfter(now, CALENDAR)).isEmpty();
    }

    @Test
    void nightThatGoesOverMidnightIsOneOpening() {
        var nights = hours(
                Map.of(SATURDAY, List.of(new Interval(22 * 60, 1440)), SUNDAY, List.of(new Interval(0, 6 * 60))),
                Set.of(),
                List.of());

        assertThat(nights.nextOpeningAfter(at("2026-11-28T20:00"), CALENDAR))
                .hasValueSatisfying(opening ->
                        assertThat(opening.toLocalDateTime()).isEqualTo(LocalDateTime.parse("2026-11-28T22:00")));
        assertThat(nights.nextOpeningAfter(at("2026-11-28T23:00"), CALENDAR))
                .hasValueSatisfying(opening ->
                        assertThat(opening.toLocalDateTime()).isEqualTo(LocalDateTime.parse("2026-12-05T22:00")));
    }

    /// On 29 March 2026 the hour from 2 to 3 does not exist.
    @Test
    void hourThatDoesNotExistIsNoWorkingTime() {
        var lost = hours(Map.of(SUNDAY, List.of(new Interval(120, 180))), Set.of(), List.of());

        assertThat(lost.isOpenAt(Instant.parse("2026-03-29T00:59:59Z"), CALENDAR))
                .isFalse();
        assertThat(lost.isOpenAt(Instant.parse("2026-03-29T01:00:00Z"), CALENDAR))
                .isFalse();
        assertThat(lost.nextOpeningAfter(Instant.parse("2026-03-28T12:00:00Z"), CALENDAR))
                .hasValueSatisfying(opening -> assertThat(opening.toLocalDate()).isEqualTo("2026-04-05"));
    }

    @Test
    void dayThatBeginsInTheLostHourBeginsAfterIt() {
        var early = hours(Map.of(SUNDAY, List.of(new Interval(150, 600))), Set.of(), List.of());

        assertThat(early.nextOpeningAfter(Instant.parse("2026-03-28T12:00:00Z"), CALENDAR))
                .hasValueSatisfying(opening -> assertThat(opening.toOffsetDateTime())
                        .isEqualTo(OffsetDateTime.parse("2026-03-29T03:00+02:00")));
    }

    /// On 25 October 2026 the hour from 2 to 3 comes twice.
    @Test
    void hourThatComesTwiceCountsTwice() {
        var doubled = hours(Map.of(SUNDAY, List.of(new Interval(120, 150))), Set.of(), List.of());

        assertThat(doubled.isOpenAt(Instant.parse("2026-10-25T00:10:00Z"), CALENDAR))
                .isTrue();
        assertThat(doubled.isOpenAt(Instant.parse("2026-10-25T00:40:00Z"), CALENDAR))
                .isFalse();
        assertThat(doubled.isOpenAt(Instant.parse("2026-10-25T01:10:00Z"), CALENDAR))
                .isTrue();
        assertThat(doubled.nextOpeningAfter(Instant.parse("2026-10-25T00:40:00Z"), CALENDAR))
                .hasValueSatisfying(
                        opening -> assertThat(opening.toInstant()).isEqualTo(Instant.parse("2026-10-25T01:00:00Z")));
    }

    @Test
    void ordinaryDayIsRightOnBothSidesOfTheChange() {
        var sundays = hours(Map.of(SUNDAY, List.of(new Interval(540, 600))), Set.of(), List.of());

        assertThat(sundays.isOpenAt(Instant.parse("2026-03-29T07:30:00Z"), CALENDAR))
                .isTrue();
        assertThat(sundays.isOpenAt(Instant.parse("2026-03-29T08:30:00Z"), CALENDAR))
                .isFalse();
        assertThat(sundays.isOpenAt(Instant.parse("2026-10-25T08:30:00Z"), CALENDAR))
                .isTrue();
        assertThat(sundays.isOpenAt(Instant.parse("2026-10-25T07:30:00Z"), CALENDAR))
                .isFalse();
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "2026-01-06, PL, true", // Epiphany
        "2026-04-06, PL, true", // Easter Monday
        "2026-06-04, PL, true", // Corpus Christi
        "2026-11-11, PL, true",
        "2026-12-24, PL, true", // by law since 2025
        "2026-07-05, PL, false",
        "2026-07-06, CZ, true", // Jan Hus
        "2026-09-28, CZ, true",
        "2026-04-03, CZ, true", // Good Friday
        "2026-08-29, SK, true",
        "2026-01-06, SK, true",
        "2026-11-11, SK, false",
        "2026-08-20, HU, true",
        "2026-10-23, HU, true",
        "2026-11-11, HU, false",
    })
    void publicHolidaysAreThoseOfTheCountry(LocalDate day, Country country, boolean holiday) {
        assertThat(CALENDAR.isHoliday(day, country)).isEqualTo(holiday);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(WARSAW).toInstant();
    }

    private static WorkingHours hours(
            Map<DayOfWeek, List<Interval>> week, Set<Country> holidays, List<Closure> closures) {
        return new WorkingHours(WARSAW, new EnumMap<>(week), holidays, closures);
    }
}
