package pl.odzew.endtoend.torture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import pl.odzew.endtoend.World;
import pl.odzew.local.Arguments;
import pl.odzew.local.Installation;
import pl.odzew.local.Orphans;
import pl.odzew.local.Port;
import pl.odzew.local.Screen;
import pl.odzew.local.Shape;
import pl.odzew.local.TakenPorts;

/// The command behind `./odzew torture --minutes N --seed S`; exit status 1 where a promise was broken.
public final class Torture {

    private static final int MISUSED = 2;
    private static final int REPLICAS = 2;
    private static final int DEFAULT_MINUTES = 6;
    private static final Duration SETTLING = Duration.ofMinutes(6);
    private static final Duration LOOK = Duration.ofSeconds(3);

    /// Longer than the last look for a reply that may have left: a second answer would be there by then.
    private static final Duration LAST_LOOK = Duration.ofSeconds(10);

    private final Arguments arguments;
    private final Plan plan;
    private final Screen screen;
    private final InstantSource time = InstantSource.system();

    private Torture(Arguments arguments, Plan plan, Screen screen) {
        this.arguments = arguments;
        this.plan = plan;
        this.screen = screen;
    }

    public static void main(String[] words) throws InterruptedException {
        Torture torture;
        try {
            torture = parse(List.of(words));
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
            System.exit(MISUSED);
            return;
        }
        System.exit(torture.run() ? 0 : 1);
    }

    private static Torture parse(List<String> words) {
        var rest = new ArrayList<String>();
        int minutes = DEFAULT_MINUTES;
        long seed = InstantSource.system().millis();
        Deque<String> left = new ArrayDeque<>(words);
        while (!left.isEmpty()) {
            String word = left.pop();
            switch (word) {
                case "--minutes" -> minutes = (int) number(word, left);
                case "--seed" -> seed = number(word, left);
                default -> rest.add(word);
            }
        }
        return new Torture(
                Arguments.parse(rest.toArray(String[]::new)), Plan.of(minutes, seed), new Screen(System.out));
    }

    private static long number(String option, Deque<String> rest) {
        try {
            return Long.parseLong(String.valueOf(rest.poll()));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + " needs a number", e);
        }
    }

    private boolean run() throws InterruptedException {
        screen.show("Seed %d: %d mailboxes, %d Allegro accounts, %d messages/s for %d s; repeat with --seed %d"
                .formatted(
                        plan.seed(),
                        plan.mailboxes(),
                        plan.accounts(),
                        plan.rate(),
                        plan.load().toSeconds(),
                        plan.seed()));
        if (!isFree()) {
            return false;
        }
        try (var lines = new Lines(arguments.ports())) {
            var installation = new Installation(arguments, new Shape(REPLICAS, lines, Torture::environment), screen);
            var stop = new Thread(installation::stop, "torture-stop");
            Runtime.getRuntime().addShutdownHook(stop);
            installation.start();
            try (World world = World.on(arguments.data(), arguments.ports());
                    Trace trace = Trace.of("localhost:" + arguments.ports().of(Port.KAFKA))) {
                // The world's own log keeps every event, which is too much for a long run.
                world.events().close();
                return torture(installation, lines, world, trace);
            }
        }
    }

    /// Nobody else is on the folder or the ports; what an earlier run left there is gone.
    private boolean isFree() {
        List<String> orphans = new Orphans(arguments.data()).stop();
        if (!orphans.isEmpty()) {
            screen.say("Stopped what an earlier run has left: " + String.join(", ", orphans));
        }
        List<String> complaints = TakenPorts.among(arguments.ports(), 0);
        complaints.forEach(screen::show);
        return complaints.isEmpty();
    }

    private boolean torture(Installation installation, Lines lines, World world, Trace trace)
            throws InterruptedException {
        Population population = Population.settleIn(world, plan);
        screen.say("%d mailboxes and %d accounts are connected".formatted(plan.mailboxes(), plan.accounts()));
        var load = new Load(world, population, plan);
        var refusals = new Refusals(world, population, plan);
        var breakage =
                new Breakage(new FaultPlan(installation, lines, world, population, plan), plan.load(), screen::say);
        CompletableFuture<Void> writing = load.write();
        CompletableFuture<Void> refusing = refusals.comeAndGo();
        breakage.run(plan.outage().dividedBy(2));
        writing.join();
        refusing.join();
        lines.heal();
        screen.say("%d buyers have written, %d of them again, and %d private mails came; everything is whole now"
                .formatted(load.offers().size(), load.repeated(), load.privateMails()));
        var judge = new Judge(world, installation.standIns().mail(), trace, population);
        settle(judge, load.offers());
        Verdict verdict = judge.judge(load.offers(), breakage.spells(), refusals.refused());
        screen.show("\n" + verdict.text() + "\n");
        screen.show((verdict.holds() ? "Every promise held" : "A promise was BROKEN") + "; seed " + plan.seed());
        return verdict.holds();
    }

    private void settle(Judge judge, List<Offer> offers) throws InterruptedException {
        Instant end = time.instant().plus(SETTLING);
        long waiting = judge.waiting(offers);
        while (waiting > 0 && time.instant().isBefore(end)) {
            Thread.sleep(LOOK);
            waiting = judge.waiting(offers);
        }
        screen.say(waiting + " still wait");
        Thread.sleep(LAST_LOOK);
    }

    /// Every second replica lives three minutes in the future, where the library that makes it believe so is installed.
    private static Map<String, String> environment(String process) {
        return process.endsWith("-2")
                ? fakeTime()
                        .map(library -> Map.of(
                                "LD_PRELOAD", library.toString(), "FAKETIME", "+180s", "DONT_FAKE_MONOTONIC", "1"))
                        .findFirst()
                        .orElse(Map.of())
                : Map.of();
    }

    private static Stream<Path> fakeTime() {
        return Stream.of("x86_64-linux-gnu", "aarch64-linux-gnu")
                .map(architecture -> Path.of("/usr/lib", architecture, "faketime/libfaketime.so.1"))
                .filter(Files::exists);
    }
}
