package pl.odzew.local;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pl.odzew.embedded.EmbeddedDatabase;
import pl.odzew.embedded.EmbeddedKafka;
import pl.odzew.embedded.Topics;

/// Everything that runs, in the order in which it starts; it stops in the reverse.
public final class Installation {

    private static final Pattern REPLICA = Pattern.compile("(.+)-(\\d)");

    private final Arguments arguments;
    private final Shape shape;
    private final Screen screen;
    private final List<Supervised> services = new ArrayList<>();
    private @Nullable EmbeddedDatabase database;
    private @Nullable StandIns standIns;
    private @Nullable Supervised kafka;
    private boolean stopping;

    public Installation(Arguments arguments, Shape shape, Screen screen) {
        this.arguments = arguments;
        this.shape = shape;
        this.screen = screen;
    }

    /// Returns when every service is ready, or says what is not.
    public void start() throws InterruptedException {
        startKafka();
        CompletableFuture<Void> topics = CompletableFuture.runAsync(this::makeTopics);
        startDatabase();
        StandIns world = startStandIns();
        topics.join();
        startServices(world.known());
        awaitServices();
    }

    /// Services first, since the others are what they need to end well.
    public void stop() {
        synchronized (this) {
            stopping = true;
        }
        List<Supervised> running = services();
        running.forEach(Supervised::askToStop);
        running.forEach(Supervised::awaitStop);
        Supervised broker = kafka;
        if (broker != null) {
            broker.askToStop();
        }
        StandIns world = standIns;
        if (world != null) {
            world.close();
        }
        if (broker != null) {
            broker.awaitStop();
        }
        EmbeddedDatabase server = database;
        if (server != null) {
            server.close();
        }
        // It may have come up only after it was told to go.
        EmbeddedDatabase.runningOn(arguments.data().postgres()).ifPresent(EmbeddedDatabase::close);
    }

    private synchronized List<Supervised> services() {
        return List.copyOf(services);
    }

    /// Where a process answers, by its name.
    public URI addressOf(String process) {
        Matcher replica = REPLICA.matcher(process);
        return replica.matches()
                ? URI.create("http://localhost:"
                        + arguments.ports().of(Port.ofService(replica.group(1)), Integer.parseInt(replica.group(2))))
                : arguments.ports().http(Port.ofService(process));
    }

    private void startKafka() {
        var command = new ChildCommand(
                Launcher.KAFKA,
                List.of("-Xmx256m"),
                Map.of(),
                List.of(
                        EmbeddedKafka.class.getName(),
                        arguments.data().kafka().toString(),
                        Integer.toString(arguments.ports().of(Port.KAFKA))),
                // Too long for a command line that people are to read.
                Map.of("CLASSPATH", System.getProperty("java.class.path")));
        var broker = new Supervised(command, arguments.data(), screen);
        kafka = broker;
        broker.start();
    }

    private void makeTopics() {
        Topics.create("localhost:" + arguments.ports().of(Port.KAFKA));
        screen.say("Kafka is ready");
    }

    // What a person who breaks things on purpose does.

    /// The processes of the services, replicas included, such as `mailbox-service` and `mailbox-service-2`.
    public List<String> processes() {
        return services().stream().map(Supervised::name).toList();
    }

    /// `kill -9`; the process is started again like one that died by itself.
    public void kill(String process) {
        supervised(process).kill();
    }

    public void stopKafka() {
        supervised(Launcher.KAFKA).holdDown();
    }

    public void startKafkaAgain() {
        supervised(Launcher.KAFKA).letUp();
    }

    /// Breaks off all sessions, as `pg_ctl stop -m fast` does.
    public void stopDatabase() {
        requireNonNull(database, "the database was not started").close();
    }

    public void startDatabaseAgain() {
        database = EmbeddedDatabase.start(databaseOptions());
    }

    public StandIns standIns() {
        return requireNonNull(standIns, "the stand-ins were not started");
    }

    private Supervised supervised(String process) {
        Supervised broker = kafka;
        if (broker != null && broker.name().equals(process)) {
            return broker;
        }
        return services().stream()
                .filter(service -> service.name().equals(process))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no process of this installation: " + process));
    }

    private EmbeddedDatabase.Options databaseOptions() {
        DataFolder data = arguments.data();
        return new EmbeddedDatabase.Options(
                data.postgres(), data.postgresBinaries(), arguments.ports().of(Port.POSTGRES), true);
    }

    private void startDatabase() {
        var server = EmbeddedDatabase.start(databaseOptions());
        database = server;
        Services.DATABASES.forEach(server::create);
        screen.say("PostgreSQL is ready");
    }

    private StandIns startStandIns() {
        StandIns world = StandIns.start(arguments.ports(), arguments.data());
        standIns = world;
        screen.say("The stand-ins for Gmail, Allegro, sign-in and the sellers' mail are ready");
        return world;
    }

    private synchronized void startServices(StandIns.Known known) {
        if (stopping) {
            return;
        }
        new Services(arguments.root(), arguments.ports(), shape, new Keysets(arguments.data()), known)
                .commands()
                .forEach(command -> services.add(new Supervised(command, arguments.data(), screen)));
        services.forEach(Supervised::start);
    }

    private void awaitServices() throws InterruptedException {
        var readiness = new Readiness();
        for (Supervised service : services()) {
            if (!readiness.await(addressOf(service.name()))) {
                throw new IllegalStateException(service.name() + " does not become ready; its log: "
                        + arguments.data().log(service.name()));
            }
            screen.say(service.name() + " is ready");
        }
    }
}
