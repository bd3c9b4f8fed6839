package pl.odzew.bench.mailbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import pl.odzew.bench.Benchmark;
import pl.odzew.bench.Figure;
import pl.odzew.bench.Report;
import pl.odzew.bench.Settings;
import pl.odzew.bench.Target;
import pl.odzew.mailbox.dovecot.Dovecot;
import pl.odzew.mailbox.dovecot.Lmtp;
import pl.odzew.mailbox.mailserver.wire.ServerCertificate;

/// The whole way from a real Dovecot through the packaged service to Kafka.
public final class MailboxBenchmark implements Benchmark {

    private static final int FEW = 200;
    private static final int WARM_UP = 2_000;
    private static final Duration LONGEST = Duration.ofMinutes(5);

    @Override
    public String name() {
        return "mailbox";
    }

    @Override
    public String about() {
        return "idle mailboxes, delivery to event, a burst and a cold connect, against a real Dovecot"
                + " [--mailboxes 2000] [--mails 20000] [--idle-seconds 60]";
    }

    @Override
    public Report run(Settings settings) throws IOException, InterruptedException {
        if (!Dovecot.isInstalled()) {
            throw new IllegalArgumentException("This needs Debian's dovecot-imapd and dovecot-lmtpd, and root.");
        }
        int many = settings.number("mailboxes", 2_000);
        ServerCertificate certificate = ServerCertificate.in(settings.work().resolve("tls"));
        // Its sockets need a short path.
        Path folder = Files.createTempDirectory("dovecot");
        try (Dovecot dovecot = Dovecot.start(folder, certificate.certificate(), certificate.key(), many * 2)) {
            Path authority = certificate.authority();
            List<Figure> figures = new ArrayList<>();
            figures.addAll(idle(settings, dovecot, authority, many));
            figures.addAll(mails(settings, dovecot, authority));
            return new Report(
                    figures,
                    List.of(
                            "Service, Dovecot, Kafka, PostgreSQL and this program share the machine.",
                            "The service runs with " + String.join(" ", Jvm.WATCHING)
                                    + "; its pace of signing in is lifted for the measurement."));
        }
    }

    private static List<Figure> idle(Settings settings, Dovecot dovecot, Path authority, int many)
            throws IOException, InterruptedException {
        Path work = Files.createDirectories(settings.work().resolve("idle"));
        Installation installation = Installation.start(work, dovecot.imapPort(), authority);
        try (WatchedService service =
                WatchedService.start(settings.root(), work, Jvm.WATCHING, installation.settings())) {
            installation.connect(FEW, Dovecot.PASSWORD);
            installation.awaitAllRead(LONGEST);
            settings.say(FEW + " mailboxes idle");
            IdleCost few = IdleCost.measure(service, seconds(settings));
            Duration cpuBefore = service.cpu();
            installation.connect(many, Dovecot.PASSWORD);
            Duration connect = installation.awaitAllRead(LONGEST);
            Duration connectCpu = service.cpu().minus(cpuBefore);
            settings.say(installation.mailboxes() + " mailboxes idle");
            IdleCost all = IdleCost.measure(service, seconds(settings));
            return List.of(
                    new Figure(
                            "memory per idle TLS mailbox",
                            (all.pssKib() - few.pssKib()) / many,
                            "KiB",
                            Target.atMost(40),
                            "PSS after a collection, slope " + FEW + " to " + installation.mailboxes()),
                    new Figure(
                            "memory of the process with all",
                            all.pssKib() / 1_024,
                            "MiB",
                            Target.none(),
                            installation.mailboxes() + " mailboxes"),
                    new Figure(
                            "idle CPU per 1,000 mailboxes",
                            (all.cpuMillisPerSecond() - few.cpuMillisPerSecond()) * 1_000 / many,
                            "ms per s",
                            Target.atMost(4),
                            "slope, " + seconds(settings).toSeconds() + " s each"),
                    new Figure(
                            "idle CPU of the process with all",
                            all.cpuMillisPerSecond(),
                            "ms per s",
                            Target.none(),
                            "its own duties included"),
                    new Figure(
                            "cold connect of " + many,
                            connect.toMillis() / 1_000.0,
                            "s",
                            Target.atMost(10),
                            "commit of the mailboxes to the last cursor"),
                    new Figure(
                            "CPU of the cold connect",
                            connectCpu.toMillis() / 1_000.0,
                            "core-seconds",
                            Target.none(),
                            "the service's"));
        }
    }

    private static List<Figure> mails(Settings settings, Dovecot dovecot, Path authority)
            throws IOException, InterruptedException {
        Path work = Files.createDirectories(settings.work().resolve("mails"));
        Installation installation = Installation.start(work, dovecot.imapPort(), authority);
        Map<String, String> told = new HashMap<>(installation.settings());
        try (WatchedService service = WatchedService.start(settings.root(), work, Jvm.WORKING, told);
                HeardMessages heard = new HeardMessages(installation.bootstrapServers());
                Lmtp lmtp = dovecot.lmtp()) {
            installation.connect(FEW, Dovecot.PASSWORD);
            installation.awaitAllRead(LONGEST);
            burst(settings, dovecot, installation, service, heard, "warm", settings.number("warm-up", WARM_UP));
            settings.say("warmed up");
            Latencies latencies = latencies(settings, installation, lmtp, heard);
            Burst burst =
                    burst(settings, dovecot, installation, service, heard, "burst", settings.number("mails", 20_000));
            return List.of(
                    new Figure(
                            "delivered to event, median",
                            latencies.millis(0.5),
                            "ms",
                            Target.atMost(510),
                            "50 mails/s; Dovecot holds notices 500 ms"),
                    new Figure(
                            "delivered to event, 99 %",
                            latencies.millis(0.99), "ms", Target.atMost(550), latencies.count() + " mails"),
                    new Figure(
                            "burst to Kafka",
                            burst.perSecond(),
                            "messages/s",
                            Target.atLeast(3_500),
                            burst.mails() + " mails over " + FEW + " mailboxes, " + heard.doubled() + " doubled"),
                    new Figure(
                            "burst per core-second",
                            burst.perCoreSecond(),
                            "messages",
                            Target.atLeast(3_700),
                            "of the service"));
        }
    }

    private static Latencies latencies(Settings settings, Installation installation, Lmtp lmtp, HeardMessages heard)
            throws InterruptedException {
        int mails = settings.number("paced-mails", 1_500);
        long[] deliveredAt = new long[mails];
        int before = heard.count();
        long begin = System.nanoTime();
        for (int i = 0; i < mails; i++) {
            long due = begin + i * 20_000_000L;
            TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
            lmtp.deliver(installation.address(i % FEW), BuyersMail.text(installation.address(i % FEW), "paced-" + i));
            deliveredAt[i] = System.nanoTime();
        }
        if (!heard.await(before + mails, Duration.ofSeconds(60))) {
            settings.say("of the paced mails some were not heard");
        }
        return Latencies.of(deliveredAt, i -> heard.heardAt("paced-" + i));
    }

    private static Burst burst(
            Settings settings,
            Dovecot dovecot,
            Installation installation,
            WatchedService service,
            HeardMessages heard,
            String kind,
            int mails)
            throws IOException, InterruptedException {
        try (Dovecot.Staged staged = dovecot.stage()) {
            for (int i = 0; i < mails; i++) {
                String address = installation.address(i % FEW);
                staged.add(address, BuyersMail.text(address, kind + "-" + i));
            }
            int before = heard.count();
            Duration cpuBefore = service.cpu();
            long begin = System.nanoTime();
            staged.release();
            boolean all = heard.await(before + mails, LONGEST);
            long end = System.nanoTime();
            if (!all) {
                settings.say("of the " + kind + " only " + (heard.count() - before) + " were heard");
            }
            return new Burst(
                    heard.count() - before,
                    Duration.ofNanos(end - begin),
                    service.cpu().minus(cpuBefore));
        }
    }

    private static Duration seconds(Settings settings) {
        return Duration.ofSeconds(settings.number("idle-seconds", 60));
    }
}
