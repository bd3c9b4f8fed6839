package pl.odzew.responder.hours;

import java.time.LocalTime;

/// A part of a day in which the seller works, in minutes since midnight by the wall clock; ends before `to`.
///
/// @param to up to 1440, which is midnight at the end of the day
public record Interval(int from, int to) implements Comparable<Interval> {

    public static final int END_OF_DAY = 24 * 60;

    private static final int HOUR = 60;

    public Interval {
        if (from < 0 || from >= to || to > END_OF_DAY) {
            throw new IllegalArgumentException("an interval within one day expected");
        }
    }

    boolean contains(LocalTime time) {
        int minute = time.getHour() * HOUR + time.getMinute();
        return from <= minute && minute < to;
    }

    LocalTime start() {
        return LocalTime.of(from / HOUR, from % HOUR);
    }

    public boolean overlaps(Interval other) {
        return from < other.to && other.from < to;
    }

    @Override
    public int compareTo(Interval other) {
        return Integer.compare(from, other.from);
    }
}
