package pl.odzew.endtoend;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pl.odzew.local.Arguments;
import pl.odzew.local.DataFolder;
import pl.odzew.local.Instance;
import pl.odzew.local.Launcher;
import pl.odzew.local.PortPlan;

/// The installation that the story plays in: one that runs already, or one that is started for it and stopped after it.
///
/// @param own what was started for the story; absent where another had started it
record LocalRun(DataFolder data, PortPlan ports, @Nullable Own own) implements AutoCloseable {

    /// @param lines copies what the launcher prints
    private record Own(Process launcher, Thread lines) {}

    private static final Duration START_LIMIT = Duration.ofMinutes(5);

    static LocalRun findOrStart(Arguments arguments, PrintStream out) {
        Optional<Instance> running = Instance.runningOn(arguments.data());
        if (running.isPresent()) {
            out.println(
                    "Using the installation that runs on " + arguments.data().path());
            awaitReady(arguments.data(), null);
            return new LocalRun(arguments.data(), new PortPlan(running.get().portBase()), null);
        }
        return start(arguments, out);
    }

    private static LocalRun start(Arguments arguments, PrintStream out) {
        try {
            var builder = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx320m",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "--enable-native-access=ALL-UNNAMED",
                            "--sun-misc-unsafe-memory-access=allow",
                            Launcher.class.getName(),
                            "up",
                            "--data",
                            arguments.data().path().toString(),
                            "--port-base",
                            Integer.toString(arguments.ports().base()),
                            "--root",
                            arguments.root().toString()))
                    .redirectErrorStream(true);
            builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
            Process launcher = builder.start();
            Thread lines = Thread.ofVirtual().start(() -> copy(launcher.getInputStream(), out));
            var run = new LocalRun(arguments.data(), arguments.ports(), new Own(launcher, lines));
            Runtime.getRuntime().addShutdownHook(new Thread(run::close, "local-run-stop"));
            awaitReady(arguments.data(), launcher);
            return run;
        } catch (IOException e) {
            throw new StoryBrokenException("the launcher cannot be started", e);
        }
    }

    @Override
    public void close() {
        if (own == null) {
            return;
        }
        // Process.destroy() would cut off its last lines.
        own.launcher().toHandle().destroy();
        own.launcher().onExit().join();
        try {
            own.lines().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitReady(DataFolder data, @Nullable Process launcher) {
        Patience.awaitThat("everything is ready", START_LIMIT, () -> {
            Patience.check(launcher == null || launcher.isAlive(), "the launcher runs");
            return Instance.runningOn(data).filter(Instance::ready).isPresent();
        });
    }

    private static void copy(InputStream from, PrintStream to) {
        try (from) {
            from.transferTo(to);
        } catch (IOException e) {
            to.println("The launcher's lines are lost: " + e.getMessage());
        }
    }
}
