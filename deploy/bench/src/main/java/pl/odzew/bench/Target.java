package pl.odzew.bench;

import java.util.Locale;

/// What a figure is held against.
public sealed interface Target {

    record AtMost(double value) implements Target {}

    record AtLeast(double value) implements Target {}

    /// Told for comparison, such as a floor or another run's load.
    record None() implements Target {}

    static Target atMost(double value) {
        return new AtMost(value);
    }

    static Target atLeast(double value) {
        return new AtLeast(value);
    }

    static Target none() {
        return new None();
    }

    default boolean isMetBy(double measured) {
        return switch (this) {
            case AtMost(double most) -> measured <= most;
            case AtLeast(double least) -> measured >= least;
            case None _ -> true;
        };
    }

    default String text() {
        return switch (this) {
            case AtMost(double most) -> "at most " + number(most);
            case AtLeast(double least) -> "at least " + number(least);
            case None _ -> "";
        };
    }

    /// As many digits as a reader can use: none behind the point from 100 on.
    static String number(double value) {
        double magnitude = Math.abs(value);
        int decimals = magnitude >= 100 || value == Math.rint(value) ? 0 : magnitude >= 10 ? 1 : 2;
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
