package pl.odzew.portal.autoresponder;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// When the seller works, as responder-service keeps it.
///
/// @param version on which a change is built
/// @param always whether no week was set
/// @param week intervals by `DayOfWeek`; absent: always
public record Hours(
        long version,
        @Nullable String zone,
        @Nullable Boolean always,
        @Nullable Map<String, List<Interval>> week,
        @Nullable List<String> holidays,
        @Nullable List<Closure> closures,
        @Nullable Boolean openNow,
        @Nullable String nextOpening) {

    /// @param from as in `09:00`
    public record Interval(String from, String to) {}

    /// @param to the last day, inclusive
    public record Closure(
            String from, @Nullable String to, @Nullable String name) {}

    public boolean worksAlways() {
        return always == null ? week == null : always;
    }

    public List<Interval> on(String day) {
        return week == null ? List.of() : week.getOrDefault(day, List.of());
    }

    /// For the form, which has two intervals a day.
    public String from(String day, int index) {
        return on(day).size() > index ? on(day).get(index).from() : "";
    }

    public String to(String day, int index) {
        return on(day).size() > index ? on(day).get(index).to() : "";
    }

    public List<Closure> daysOff() {
        return closures == null ? List.of() : closures;
    }

    public boolean keeps(String country) {
        return holidays != null && holidays.contains(country);
    }
}
