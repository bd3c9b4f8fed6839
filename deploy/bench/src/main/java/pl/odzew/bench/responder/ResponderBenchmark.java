package pl.odzew.bench.responder;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import pl.odzew.bench.Benchmark;
import pl.odzew.bench.Figure;
import pl.odzew.bench.Report;
import pl.odzew.bench.Settings;
import pl.odzew.bench.Target;
import pl.odzew.embedded.EmbeddedDatabase;
import pl.odzew.embedded.EmbeddedKafka;
import pl.odzew.embedded.FreePort;
import pl.odzew.embedded.Topics;
import pl.odzew.events.catalogue.Topic;

/// Messages that lie in the topic are decided with rules, each gets a reply; the floor reads the same ones.
///
/// Options: `--messages` (60,000), `--sellers` (200). A first quarter of the messages warms each process up.
public final class ResponderBenchmark implements Benchmark {

    private static final InstantSource TIME = InstantSource.system();
    private static final String FLOOR_TOPIC = "bench.floor";
    private static final double WARM_UP = 0.25;
    private static final double HALF = 0.5;
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private static final String RULES = """
            {"windowHours": 24, "signature": "Sklep",
             "rules": [
               {"name": "Reklama", "when": {"keywords": ["reklama"]}, "then": {"kind": "SILENCE"}},
               {"name": "Faktury", "when": {"keywords": ["faktura"]},
                "then": {"kind": "REPLY", "texts": {"pl": "Dzień dobry {{buyer|}}, fakturę wyślemy dzisiaj. {{signature}}"}}},
               {"name": "Paczki", "when": {"keywords": ["paczka", "przesyłka"]},
                "then": {"kind": "REPLY", "texts": {"pl": "Dzień dobry, paczka wyjdzie jutro. {{signature}}"}}}],
             "defaultReply": {"kind": "REPLY", "texts": {"pl": "Dziękujemy, odpowiemy wkrótce. {{signature}}"}}}""";

    private static final List<String> REMARKS = List.of(
            "The floor inserts one row and produces one record for each message, in batches of 500.",
            "The responder besides remembers the message, locks and loads its sellers and buyers, decides by three"
                    + " rules with Polish inflection, keeps the message, and lets the reply out through an outbox.",
            "A short run measures the JIT compilers, too: of 20,000 messages they took about as much of the processor as"
                    + " the work.");

    /// @param perSecond messages by the clock
    /// @param perCpuSecond messages by the process's own processor time
    private record Rate(double perSecond, double perCpuSecond) {}

    @Override
    public String name() {
        return "responder";
    }

    @Override
    public String about() {
        return "messages.* to replies.requested through PostgreSQL, beside raw clients (--messages, --sellers)";
    }

    @Override
    public Report run(Settings settings) throws IOException, InterruptedException {
        int messages = settings.number("messages", 60_000);
        Sellers sellers = Sellers.of(settings.number("sellers", 200), TIME.instant());
        try (EmbeddedKafka kafka = EmbeddedKafka.start(
                        new EmbeddedKafka.Options(settings.work().resolve("kafka"), FreePort.find()));
                EmbeddedDatabase database = EmbeddedDatabase.start(new EmbeddedDatabase.Options(
                        settings.work().resolve("postgres"), settings.work().resolve("binaries"), 0, true));
                Broker broker = new Broker(kafka.bootstrapServers())) {
            Topics.create(kafka.bootstrapServers());
            database.create("responder");
            database.create("floor");
            broker.create(FLOOR_TOPIC);
            settings.say("sellers connect mailboxes and write rules");
            broker.write(sellers.connected());
            prepare(settings, kafka, database, sellers.mailboxes().size());
            settings.say("%,d buyers write".formatted(messages));
            broker.write(messages, sellers::message);

            settings.say("the floor reads them");
            Rate floor;
            try (Child child = Child.start(settings.work().resolve("floor.log"), floor(kafka, database))) {
                floor = measure(child, broker, FLOOR_TOPIC, messages);
            }
            settings.say("the responder decides them");
            Rate responder;
            String replies = Topic.REPLIES_REQUESTED.wireName();
            try (Child child = Child.start(
                    settings.work().resolve("responder.log"), responder(settings, kafka, database, "bench"))) {
                responder = measure(child, broker, replies, messages);
            }
            settings.say("the responder reads all of them once more");
            long again = replay(settings, kafka, database, broker, replies);
            return report(messages, floor, responder, again);
        }
    }

    private static Report report(int messages, Rate floor, Rate responder, long repliesAfterReplay) throws IOException {
        String how = "%,d messages, the last three quarters of them".formatted(messages);
        return new Report(
                List.of(
                        new Figure("responder", responder.perSecond(), "messages/s", Target.none(), how),
                        new Figure("floor", floor.perSecond(), "messages/s", Target.none(), how),
                        new Figure(
                                "ratio by the clock",
                                responder.perSecond() / floor.perSecond(),
                                "",
                                Target.atLeast(HALF),
                                "in the same run"),
                        new Figure(
                                "responder",
                                responder.perCpuSecond(),
                                "messages/CPU-s",
                                Target.none(),
                                "its own process alone"),
                        new Figure(
                                "floor",
                                floor.perCpuSecond(),
                                "messages/CPU-s",
                                Target.none(),
                                "its own process alone"),
                        new Figure(
                                "second replies",
                                repliesAfterReplay - messages,
                                "",
                                Target.atMost(0),
                                "after all were read again")),
                Stream.concat(REMARKS.stream(), ReferenceRates.read().stream()).toList());
    }

    /// The responder learns of the mailboxes by itself; what sellers would set over REST is written into its tables.
    private static void prepare(Settings settings, EmbeddedKafka kafka, EmbeddedDatabase database, int sellers)
            throws IOException, InterruptedException {
        try (Child child = Child.start(
                        settings.work().resolve("prepare.log"), responder(settings, kafka, database, "bench"));
                Connection connection = database.connect("responder")) {
            await(child, "the mailboxes are known", () -> count(connection) == sellers);
            try (var statement = connection.prepareStatement("insert into seller_document (seller_id, kind, document)"
                    + " select seller_id, 'RULES', cast(? as jsonb) from seller")) {
                statement.setString(1, RULES);
                statement.executeUpdate();
            }
            try (var statement = connection.createStatement()) {
                statement.executeUpdate("update seller set rules_version = 1");
                statement.executeUpdate("update target set enabled = true, version = 2");
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private static long count(Connection connection) {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from target")) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException notMigratedYet) {
            return 0;
        }
    }

    private static Rate measure(Child child, Broker broker, String topic, int messages) throws InterruptedException {
        var warm = new Mark[1];
        await(child, "the first quarter", () -> {
            long count = broker.count(topic);
            if (count >= messages * WARM_UP) {
                warm[0] = new Mark(TIME.instant(), child.cpu(), count);
                return true;
            }
            return false;
        });
        await(child, "all messages", () -> broker.count(topic) >= messages);
        var end = new Mark(TIME.instant(), child.cpu(), messages);
        return warm[0].rateUntil(end);
    }

    /// @param count of the messages that are through
    private record Mark(Instant at, Duration cpu, long count) {

        Rate rateUntil(Mark end) {
            double done = end.count() - count;
            return new Rate(
                    done / seconds(Duration.between(at, end.at())),
                    done / seconds(end.cpu().minus(cpu)));
        }

        private static double seconds(Duration duration) {
            return Math.max(1, duration.toMillis()) / 1_000.0;
        }
    }

    private static long replay(
            Settings settings, EmbeddedKafka kafka, EmbeddedDatabase database, Broker broker, String replies)
            throws IOException, InterruptedException {
        try (Child child = Child.start(
                settings.work().resolve("replay.log"), responder(settings, kafka, database, "bench-again"))) {
            await(child, "the end of the replay", () -> broker.isConsumed("bench-again", Topic.MESSAGES_MAILBOX));
        }
        return broker.count(replies);
    }

    private static void await(Child child, String what, BooleanSupplier condition) throws InterruptedException {
        Instant limit = TIME.instant().plus(LIMIT);
        while (!condition.getAsBoolean()) {
            if (!child.isAlive()) {
                throw new IllegalStateException("The process ended before " + what + "; see its log.");
            }
            if (TIME.instant().isAfter(limit)) {
                throw new IllegalStateException("Not within " + LIMIT.toMinutes() + " minutes: " + what);
            }
            Thread.sleep(20);
        }
    }

    private static List<String> responder(
            Settings settings, EmbeddedKafka kafka, EmbeddedDatabase database, String group) {
        Path jar = settings.root().resolve("responder-service/target/quarkus-app/quarkus-run.jar");
        return List.of(
                "-Dkafka.bootstrap.servers=" + kafka.bootstrapServers(),
                "-Dodzew.messages.group=" + group,
                "-Dquarkus.datasource.jdbc.url=" + database.jdbcUrl("responder"),
                "-Dquarkus.datasource.reactive.url=" + database.reactiveUrl("responder"),
                "-Dquarkus.datasource.username=" + EmbeddedDatabase.USER,
                "-Dquarkus.datasource.password=" + EmbeddedDatabase.PASSWORD,
                "-Dquarkus.oidc.tenant-enabled=false",
                "-Dquarkus.otel.sdk.disabled=true",
                "-Dquarkus.http.port=0",
                "-jar",
                jar.toString());
    }

    private static List<String> floor(EmbeddedKafka kafka, EmbeddedDatabase database) {
        return List.of(
                "-cp",
                System.getProperty("java.class.path"),
                "pl.odzew.floor.Floor",
                kafka.bootstrapServers(),
                "postgresql://" + EmbeddedDatabase.USER + ":" + EmbeddedDatabase.PASSWORD + "@localhost:"
                        + database.port() + "/floor",
                Topic.MESSAGES_MAILBOX.wireName(),
                FLOOR_TOPIC);
    }
}
