package pl.odzew.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import pl.odzew.embedded.EmbeddedDatabase;
import pl.odzew.embedded.EmbeddedKafka;
import pl.odzew.embedded.Topics;

/// Everything that runs, in the order in which it starts; it stops in the reverse.
final class Installation {

    private final Arguments arguments;
    private final Screen screen;
    private final List<Supervised> services = new ArrayList<>();
    private @Nullable EmbeddedDatabase database;
    private @Nullable StandIns standIns;
    private @Nullable Supervised kafka;
    private boolean stopping;

    Installation(Arguments arguments, Screen screen) {
        this.arguments = arguments;
        this.screen = screen;
    }

    /// Returns when every service is ready, or says what is not.
    void start() throws InterruptedException {
        startKafka();
        CompletableFuture<Void> topics = CompletableFuture.runAsync(this::makeTopics);
        startDatabase();
        StandIns world = startStandIns();
        topics.join();
        startServices(world.known());
        awaitServices();
    }

    /// Services first, since the others are what they need to end well.
    void stop() {
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

    private void startDatabase() {
        DataFolder data = arguments.data();
        var server = EmbeddedDatabase.start(new EmbeddedDatabase.Options(
                data.postgres(), data.postgresBinaries(), arguments.ports().of(Port.POSTGRES), true));
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
        new Services(arguments.root(), arguments.ports(), new Keysets(arguments.data()), known)
                .commands()
                .forEach(command -> services.add(new Supervised(command, arguments.data(), screen)));
        services.forEach(Supervised::start);
    }

    private void awaitServices() throws InterruptedException {
        var readiness = new Readiness();
        for (Supervised service : services()) {
            if (!readiness.await(arguments.ports().http(Port.ofService(service.name())))) {
                throw new IllegalStateException(service.name() + " does not become ready; its log: "
                        + arguments.data().log(service.name()));
            }
            screen.say(service.name() + " is ready");
        }
    }
}
