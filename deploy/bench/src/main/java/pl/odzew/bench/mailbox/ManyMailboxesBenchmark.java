package pl.odzew.bench.mailbox;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import pl.odzew.bench.Benchmark;
import pl.odzew.bench.Figure;
import pl.odzew.bench.Report;
import pl.odzew.bench.Settings;
import pl.odzew.bench.Target;
import pl.odzew.mailbox.mailserver.wire.ServerCertificate;

/// Ten thousand idle mailboxes in one process.
public final class ManyMailboxesBenchmark implements Benchmark {

    private static final int FEW = 200;
    private static final Duration LONGEST = Duration.ofMinutes(10);

    @Override
    public String name() {
        return "mailboxes";
    }

    @Override
    public String about() {
        return "idle mailboxes in one process against an IMAP server of our own that only idles"
                + " [--mailboxes 10000] [--idle-seconds 60]";
    }

    @Override
    public Report run(Settings settings) throws IOException, InterruptedException {
        int many = settings.number("mailboxes", 10_000);
        Duration during = Duration.ofSeconds(settings.number("idle-seconds", 60));
        Path work = settings.work();
        ServerCertificate certificate = ServerCertificate.in(work.resolve("tls"));
        try (IdleServer server = new IdleServer(certificate.context())) {
            Installation installation = Installation.start(work, server.port(), certificate.authority());
            try (WatchedService service =
                    WatchedService.start(settings.root(), work, Jvm.WATCHING, installation.settings())) {
                installation.connect(FEW, "abcdefghijklmnop");
                installation.awaitAllRead(LONGEST);
                IdleCost few = IdleCost.measure(service, during);
                settings.say(FEW + " mailboxes idle");
                long begin = System.nanoTime();
                installation.connect(many - FEW, "abcdefghijklmnop");
                installation.awaitAllRead(LONGEST);
                awaitIdling(server, many);
                double seconds = (System.nanoTime() - begin) / 1e9;
                settings.say(server.idling() + " mailboxes idle");
                IdleCost all = IdleCost.measure(service, during);
                return new Report(
                        List.of(
                                new Figure(
                                        "mailboxes that idle after " + during.toSeconds() + " s more",
                                        server.idling(),
                                        "",
                                        Target.atLeast(many),
                                        "as the server sees them"),
                                new Figure(
                                        "memory per idle TLS mailbox",
                                        (all.pssKib() - few.pssKib()) / (many - FEW),
                                        "KiB",
                                        Target.atMost(40),
                                        "PSS after a collection, slope " + FEW + " to " + many),
                                new Figure(
                                        "memory of the process with all",
                                        all.pssKib() / 1_024,
                                        "MiB",
                                        Target.none(),
                                        ""),
                                new Figure(
                                        "idle CPU per 1,000 mailboxes",
                                        (all.cpuMillisPerSecond() - few.cpuMillisPerSecond()) * 1_000 / (many - FEW),
                                        "ms per s",
                                        Target.atMost(4),
                                        "slope"),
                                new Figure(
                                        "connect of " + (many - FEW),
                                        seconds,
                                        "s",
                                        Target.none(),
                                        "both ends of TLS on this machine")),
                        List.of("The service runs with " + String.join(" ", Jvm.WATCHING) + "."));
            }
        }
    }

    private static void awaitIdling(IdleServer server, int mailboxes) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (server.idling() < mailboxes && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }
}
