package pl.odzew.endtoend.torture;

import java.time.Duration;

/// Something that breaks, and is whole again after a while.
///
/// @param lasts zero for what is over at once, such as a kill
/// @param end must leave everything whole, also when it is called early
record Fault(String name, Duration lasts, Runnable begin, Runnable end) {

    static Fault atOnce(String name, Runnable action) {
        return new Fault(name, Duration.ZERO, action, () -> {});
    }
}
