package pl.odzew.endtoend.torture;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/// Lets one fault after another come and go while buyers write.
final class Breakage {

    /// When something was broken.
    record Spell(String name, Instant from, Instant to) {}

    private final FaultPlan plan;
    private final Duration load;
    private final Consumer<String> screen;
    private final InstantSource time = InstantSource.system();
    private final List<Spell> spells = new ArrayList<>();

    Breakage(FaultPlan plan, Duration load, Consumer<String> screen) {
        this.plan = plan;
        this.load = load;
        this.screen = screen;
    }

    /// Breaks and mends until the time is over, with a breath between two faults that is half as long as an
    /// outage; all is whole when it returns.
    void run(Duration breath) throws InterruptedException {
        Instant end = time.instant().plus(load);
        Iterator<Fault> round = plan.round().iterator();
        while (time.instant().isBefore(end)) {
            if (!round.hasNext()) {
                round = plan.round().iterator();
            }
            meet(round.next());
            Thread.sleep(breath);
        }
    }

    List<Spell> spells() {
        return List.copyOf(spells);
    }

    private void meet(Fault fault) throws InterruptedException {
        Instant from = time.instant();
        screen.accept(fault.name());
        try {
            fault.begin().run();
            Thread.sleep(fault.lasts());
        } finally {
            fault.end().run();
            spells.add(new Spell(fault.name(), from, time.instant()));
        }
    }
}
