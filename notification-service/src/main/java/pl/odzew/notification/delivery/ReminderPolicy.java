package pl.odzew.notification.delivery;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/// When a seller is told again of trouble that lasts: a few times, ever more rarely, and never at night.
///
/// @param after the warning, one for each reminder, rising
/// @param quietFrom when the quiet hours begin; they may pass midnight, and there are none when both ends are the same
/// @param zone whose clock it is
public record ReminderPolicy(List<Duration> after, LocalTime quietFrom, LocalTime quietTo, ZoneId zone) {

    public ReminderPolicy {
        after = List.copyOf(after);
        requireNonNull(quietFrom, "quietFrom is null");
        requireNonNull(quietTo, "quietTo is null");
        requireNonNull(zone, "zone is null");
    }

    /// Nothing once all have been sent.
    ///
    /// @param sent how many have been sent
    public Optional<Instant> next(Instant warnedAt, int sent) {
        return sent < after.size() ? Optional.of(outsideQuietHours(warnedAt.plus(after.get(sent)))) : Optional.empty();
    }

    /// Whether this reminder, counted from 1, is the last.
    public boolean isLast(int number) {
        return number >= after.size();
    }

    /// The moment itself, or the end of the quiet hours in which it lies.
    public Instant outsideQuietHours(Instant moment) {
        ZonedDateTime local = moment.atZone(zone);
        if (!isQuiet(local.toLocalTime())) {
            return moment;
        }
        ZonedDateTime end = local.with(quietTo);
        return (end.isAfter(local) ? end : end.plusDays(1).with(quietTo)).toInstant();
    }

    private boolean isQuiet(LocalTime time) {
        boolean afterBegin = !time.isBefore(quietFrom);
        boolean beforeEnd = time.isBefore(quietTo);
        return quietFrom.isAfter(quietTo) ? afterBegin || beforeEnd : afterBegin && beforeEnd;
    }
}
