package pl.odzew.responder.hours.document;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pl.odzew.responder.hours.Closure;
import pl.odzew.responder.hours.Country;
import pl.odzew.responder.hours.Interval;
import pl.odzew.responder.hours.WorkingHours;
import pl.odzew.responder.hours.document.HoursDocument.ClosureDocument;
import pl.odzew.responder.hours.document.HoursDocument.IntervalDocument;
import pl.odzew.responder.problem.rest.Problem.FieldError;
import pl.odzew.responder.problem.rest.ProblemException;

/// Reads working hours and collects what is wrong with them; for one document.
public final class HoursReader {

    /// The placeholder of today's hours has room for as many.
    private static final int MOST_INTERVALS = 6;

    private static final int MOST_CLOSURES = 100;
    private static final int LONGEST_NAME = 100;
    private static final int HOUR = 60;
    private static final Pattern TIME = Pattern.compile("([01]?\\d|2[0-4]):([0-5]\\d)");

    private final List<FieldError> errors = new ArrayList<>();

    private HoursReader() {}

    /// Throws [ProblemException] that names every field at fault.
    public static WorkingHours read(HoursDocument document) {
        var reader = new HoursReader();
        WorkingHours hours = reader.hours(document);
        if (!reader.errors.isEmpty()) {
            throw ProblemException.invalid(List.copyOf(reader.errors));
        }
        return hours;
    }

    /// Of a document that was right when it was stored: what is no longer right in it is left out.
    public static WorkingHours readStored(HoursDocument document) {
        return new HoursReader().hours(document);
    }

    private WorkingHours hours(HoursDocument document) {
        ZoneId zone = zone(document.zone());
        var week = document.week() == null ? WorkingHours.ALWAYS.week() : week(document.week());
        return new WorkingHours(zone, week, holidays(document.holidays()), closures(document.closures()));
    }

    private ZoneId zone(@Nullable String zone) {
        if (zone == null) {
            return WorkingHours.DEFAULT_ZONE;
        }
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            error("zone", "a time zone such as Europe/Warsaw expected");
            return WorkingHours.DEFAULT_ZONE;
        }
        return ZoneId.of(zone);
    }

    private Map<DayOfWeek, List<Interval>> week(Map<String, @Nullable List<@Nullable IntervalDocument>> documents) {
        var week = new EnumMap<DayOfWeek, List<Interval>>(DayOfWeek.class);
        for (Map.Entry<String, @Nullable List<@Nullable IntervalDocument>> entry : documents.entrySet()) {
            String field = "week." + entry.getKey();
            @Nullable List<@Nullable IntervalDocument> intervals = entry.getValue();
            Optional<DayOfWeek> day = day(entry.getKey());
            if (day.isEmpty()) {
                error(field, "a day from MONDAY to SUNDAY expected");
            } else {
                week.put(day.get(), intervals(field, intervals));
            }
        }
        return week;
    }

    private static Optional<DayOfWeek> day(String name) {
        return EnumSet.allOf(DayOfWeek.class).stream()
                .filter(day -> day.name().equals(name))
                .findFirst();
    }

    private List<Interval> intervals(String field, @Nullable List<@Nullable IntervalDocument> documents) {
        var intervals = new ArrayList<Interval>();
        if (documents == null) {
            return intervals;
        }
        if (documents.size() > MOST_INTERVALS) {
            error(field, "at most " + MOST_INTERVALS + " intervals expected");
        }
        for (int i = 0; i < documents.size(); i++) {
            String place = field + "[" + i + "]";
            Interval interval = interval(place, documents.get(i));
            if (interval != null && intervals.stream().anyMatch(interval::overlaps)) {
                error(place, "it overlaps another interval of the day");
            } else if (interval != null) {
                intervals.add(interval);
            }
        }
        intervals.sort(null);
        return List.copyOf(intervals);
    }

    private @Nullable Interval interval(String place, @Nullable IntervalDocument document) {
        @Nullable Integer from = minutes(document == null ? null : document.from());
        @Nullable Integer to = minutes(document == null ? null : document.to());
        if (from == null || from == Interval.END_OF_DAY) {
            error(place + ".from", "a time such as 09:00 expected");
        } else if (to == null) {
            error(place + ".to", "a time such as 17:00 expected, at the latest 24:00");
        } else if (from >= to) {
            error(place + ".to", "it ends before it begins; what lasts over midnight is two intervals");
        } else {
            return new Interval(from, to);
        }
        return null;
    }

    private static @Nullable Integer minutes(@Nullable String time) {
        if (time == null) {
            return null;
        }
        Matcher matcher = TIME.matcher(time);
        if (!matcher.matches()) {
            return null;
        }
        int minutes = Integer.parseInt(matcher.group(1)) * HOUR + Integer.parseInt(matcher.group(2));
        return minutes > Interval.END_OF_DAY ? null : minutes;
    }

    private Set<Country> holidays(@Nullable List<@Nullable String> names) {
        var countries = EnumSet.noneOf(Country.class);
        for (int i = 0; names != null && i < names.size(); i++) {
            String name = names.get(i);
            Optional<Country> country = EnumSet.allOf(Country.class).stream()
                    .filter(known -> known.name().equals(name))
                    .findFirst();
            if (country.isPresent()) {
                countries.add(country.get());
            } else {
                error("holidays[" + i + "]", "PL, CZ, SK or HU expected");
            }
        }
        return countries;
    }

    private List<Closure> closures(@Nullable List<@Nullable ClosureDocument> documents) {
        var closures = new ArrayList<Closure>();
        if (documents != null && documents.size() > MOST_CLOSURES) {
            error("closures", "at most " + MOST_CLOSURES + " closures expected");
            return closures;
        }
        for (int i = 0; documents != null && i < documents.size(); i++) {
            Closure closure = closure("closures[" + i + "]", documents.get(i));
            if (closure != null) {
                closures.add(closure);
            }
        }
        return closures;
    }

    private @Nullable Closure closure(String place, @Nullable ClosureDocument document) {
        @Nullable LocalDate from = day(place + ".from", document == null ? null : document.from());
        if (document == null || from == null) {
            return null;
        }
        @Nullable LocalDate to = document.to() == null ? from : day(place + ".to", document.to());
        String name = document.name();
        if (name != null && name.length() > LONGEST_NAME) {
            error(place + ".name", "at most " + LONGEST_NAME + " characters expected");
        } else if (to != null && to.isBefore(from)) {
            error(place + ".to", "it ends before it begins");
        } else if (to != null) {
            return new Closure(from, to, name);
        }
        return null;
    }

    private @Nullable LocalDate day(String place, @Nullable String value) {
        try {
            if (value != null) {
                return LocalDate.parse(value);
            }
        } catch (DateTimeException e) {
            // Said below.
        }
        error(place, "a day such as 2026-12-24 expected");
        return null;
    }

    private void error(String field, String detail) {
        errors.add(new FieldError(field, detail));
    }
}
