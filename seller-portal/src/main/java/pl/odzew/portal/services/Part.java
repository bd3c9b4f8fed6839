package pl.odzew.portal.services;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.function.Function;

/// What one service gives to a page: it is there, or the service is away and the rest of the page goes on without it.
public sealed interface Part<T> {

    /// @param value what the service answered
    record Here<T>(T value) implements Part<T> {

        public Here {
            requireNonNull(value, "value is null");
        }
    }

    /// @param service that did not answer in time, or not as it should
    record Away<T>(Service service) implements Part<T> {

        public Away {
            requireNonNull(service, "service is null");
        }
    }

    static <T> Part<T> here(T value) {
        return new Here<>(value);
    }

    default boolean isHere() {
        return this instanceof Here;
    }

    default Optional<T> found() {
        return switch (this) {
            case Here<T>(var value) -> Optional.of(value);
            case Away<T> _ -> Optional.empty();
        };
    }

    /// For templates, behind a look at [#isHere()].
    default T get() {
        return found().orElseThrow();
    }

    default T orElse(T other) {
        return found().orElse(other);
    }

    default <R> Part<R> map(Function<T, R> reading) {
        return switch (this) {
            case Here<T>(var value) -> new Here<>(reading.apply(value));
            case Away<T>(var service) -> new Away<>(service);
        };
    }
}
