package pl.odzew.local;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import pl.odzew.embedded.EmbeddedDatabase;

/// The command line of the local run: `up` starts everything and stays, `stop` ends an `up` of another terminal.
///
/// Exit status 1 when it cannot start, 2 for a command line that it does not understand.
public final class Launcher {

    static final String KAFKA = "kafka";

    private static final int MISUSED = 2;

    private final Arguments arguments;
    private final Screen screen;

    private Launcher(Arguments arguments, PrintStream out) {
        this.arguments = arguments;
        this.screen = new Screen(out);
    }

    public static void main(String[] words) throws InterruptedException {
        Arguments arguments = arguments(words);
        var launcher = new Launcher(arguments, System.out);
        switch (arguments.command()) {
            case "up" -> launcher.up();
            case "stop" -> launcher.stop();
            default -> misused("up or stop expected, not '" + arguments.command() + "'");
        }
    }

    private static Arguments arguments(String[] words) {
        try {
            return Arguments.parse(words);
        } catch (IllegalArgumentException e) {
            misused(String.valueOf(e.getMessage()));
            throw e;
        }
    }

    private static void misused(String message) {
        System.out.println(message);
        System.exit(MISUSED);
    }

    private void up() throws InterruptedException {
        Optional<FileLock> claim = Instance.claim(arguments.data());
        if (claim.isEmpty()) {
            String where = Instance.runningOn(arguments.data())
                    .map(running -> " (process %d, first port %d)".formatted(running.pid(), running.portBase()))
                    .orElse("");
            fail("Odzew runs already on " + arguments.data().path() + where + "; ./odzew stop ends it.");
        }
        logToFile();
        List<String> orphans = new Orphans(arguments.data()).stop();
        if (!orphans.isEmpty()) {
            screen.say("An earlier run was cut off; stopped what it left: " + String.join(", ", orphans));
        }
        refuseTakenPorts();
        run();
    }

    private void run() throws InterruptedException {
        note(false);
        var installation = new Installation(arguments, Shape.ordinary(arguments.ports()), screen);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(installation), "launcher-stop"));
        try {
            installation.start();
        } catch (RuntimeException | LinkageError e) {
            System.getLogger(Launcher.class.getName()).log(System.Logger.Level.ERROR, "The start failed", e);
            fail("Odzew could not start: " + e.getMessage() + " (more in " + logFile() + ")");
        }
        note(true);
        screen.show(new AddressTable(arguments.ports(), arguments.data()).text());
        Thread.currentThread().join();
    }

    private void end(Installation installation) {
        screen.say("Stopping ...");
        installation.stop();
        screen.say("Stopped.");
    }

    private void stop() throws InterruptedException {
        Optional<Instance> running = Instance.runningOn(arguments.data());
        if (running.isEmpty()) {
            List<String> orphans = new Orphans(arguments.data()).stop();
            EmbeddedDatabase.runningOn(arguments.data().postgres()).ifPresent(EmbeddedDatabase::close);
            screen.say(orphans.isEmpty() ? "Odzew does not run here." : "Stopped " + String.join(", ", orphans));
            return;
        }
        running.flatMap(instance -> ProcessHandle.of(instance.pid())).ifPresent(launcher -> {
            launcher.destroy();
            launcher.onExit().join();
        });
        screen.say("Stopped.");
    }

    /// PostgreSQL of an earlier run is taken over, so its port may be taken by itself.
    private void refuseTakenPorts() {
        int ownPort = EmbeddedDatabase.runningOn(arguments.data().postgres())
                .map(EmbeddedDatabase::port)
                .orElse(0);
        List<String> complaints = TakenPorts.among(arguments.ports(), ownPort);
        if (!complaints.isEmpty()) {
            fail(String.join("\n", complaints) + "\nAnother first port can be given: --port-base N");
        }
    }

    private void note(boolean ready) {
        new Instance(ProcessHandle.current().pid(), arguments.ports().base(), ready).write(arguments.data());
    }

    private void fail(String message) {
        screen.show(message);
        System.exit(1);
    }

    private String logFile() {
        return arguments.data().log("launcher").toString();
    }

    /// What libraries have to say belongs into a file, not between the lines on the screen.
    private void logToFile() {
        try {
            System.setErr(new PrintStream(
                    Files.newOutputStream(
                            arguments.data().log("launcher"), StandardOpenOption.CREATE, StandardOpenOption.APPEND),
                    true,
                    StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
