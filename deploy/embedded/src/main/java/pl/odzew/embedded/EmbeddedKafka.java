package pl.odzew.embedded;

import static java.util.Objects.requireNonNull;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/// One Kafka broker that is its own controller (KRaft), in this JVM, on the loopback interface.
///
/// Its data survive a stop and a `kill -9`. It logs through slf4j and brings no binding.
public final class EmbeddedKafka implements AutoCloseable {

    private static final int NODE = 1;
    private static final String CONTROLLER_LISTENER = "CONTROLLER";

    /// @param data a folder of its own, formatted at the first start
    /// @param port 0 for any free one
    public record Options(Path data, int port) {
        public Options {
            requireNonNull(data, "data is null");
        }
    }

    private final KafkaRaftServer server;
    private final int port;

    private EmbeddedKafka(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /// Returns when the broker takes requests, 2 to 15 seconds later.
    public static EmbeddedKafka start(Options options) {
        int port = FreePort.orFind(options.port());
        formatIfNew(options.data());
        var server = new KafkaRaftServer(
                new KafkaConfig(configuration(options.data(), port, FreePort.find()), false), Time.SYSTEM);
        server.startup();
        return new EmbeddedKafka(server, port);
    }

    public int port() {
        return port;
    }

    public String bootstrapServers() {
        return "localhost:" + port;
    }

    public void awaitEnd() {
        server.awaitShutdown();
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    /// Runs a broker until the process is told to end; prints `ready` when it takes requests.
    ///
    /// @param args data folder, port
    public static void main(String[] args) {
        EmbeddedKafka kafka = start(new Options(Path.of(args[0]), Integer.parseInt(args[1])));
        Runtime.getRuntime().addShutdownHook(new Thread(kafka::close, "kafka-stop"));
        System.out.println("ready");
        kafka.awaitEnd();
    }

    private static void formatIfNew(Path data) {
        if (Files.exists(data.resolve("meta.properties"))) {
            return;
        }
        try {
            Files.createDirectories(data);
            new Formatter()
                    .setPrintStream(
                            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8.name()))
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(NODE)
                    .setControllerListenerName(CONTROLLER_LISTENER)
                    .setMetadataLogDirectory(data.toString())
                    .addDirectory(data.toString())
                    .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                    .setIgnoreFormatted(true)
                    .run();
        } catch (Exception e) {
            throw new IllegalStateException("cannot format " + data, e);
        }
    }

    private static Map<String, String> configuration(Path data, int port, int controllerPort) {
        var configuration = new HashMap<String, String>();
        configuration.put("process.roles", "broker,controller");
        configuration.put("node.id", Integer.toString(NODE));
        configuration.put("controller.quorum.voters", NODE + "@localhost:" + controllerPort);
        configuration.put("controller.listener.names", CONTROLLER_LISTENER);
        configuration.put(
                "listeners",
                "PLAINTEXT://127.0.0.1:%d,%s://127.0.0.1:%d".formatted(port, CONTROLLER_LISTENER, controllerPort));
        configuration.put("advertised.listeners", "PLAINTEXT://localhost:" + port);
        configuration.put("inter.broker.listener.name", "PLAINTEXT");
        configuration.put("log.dirs", data.toString());
        configuration.putAll(ALONE);
        configuration.putAll(SMALL);
        return configuration;
    }

    /// There is nobody to replicate to or to wait for.
    private static final Map<String, String> ALONE = Map.ofEntries(
            Map.entry("auto.create.topics.enable", "false"),
            Map.entry("offsets.topic.replication.factor", "1"),
            Map.entry("transaction.state.log.replication.factor", "1"),
            Map.entry("transaction.state.log.min.isr", "1"),
            Map.entry("share.coordinator.state.topic.replication.factor", "1"),
            Map.entry("share.coordinator.state.topic.min.isr", "1"),
            Map.entry("group.initial.rebalance.delay.ms", "0"),
            // After a kill -9 the broker may register again only when its former self counts as dead.
            Map.entry("broker.session.timeout.ms", "6000"),
            Map.entry("broker.heartbeat.interval.ms", "1000"));

    /// Defaults are for servers with many disks and cores; these keep it within 256 MiB of heap.
    private static final Map<String, String> SMALL = Map.ofEntries(
            Map.entry("offsets.topic.num.partitions", "3"),
            Map.entry("transaction.state.log.num.partitions", "3"),
            Map.entry("share.coordinator.state.topic.num.partitions", "3"),
            Map.entry("log.cleaner.dedupe.buffer.size", Integer.toString(4 * 1024 * 1024)),
            Map.entry("log.index.size.max.bytes", Integer.toString(1024 * 1024)),
            Map.entry("num.network.threads", "2"),
            Map.entry("num.io.threads", "3"),
            Map.entry("background.threads", "2"));
}
