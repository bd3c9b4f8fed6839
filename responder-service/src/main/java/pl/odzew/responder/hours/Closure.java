package pl.odzew.responder.hours;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Days on which the seller does not work, though he would by his week; it ends by itself.
///
/// @param to the last day, inclusive
/// @param name for the seller himself
public record Closure(
        LocalDate from, LocalDate to, @Nullable String name) {

    public Closure {
        requireNonNull(from, "from is null");
        requireNonNull(to, "to is null");
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a closure that ends before it begins");
        }
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
