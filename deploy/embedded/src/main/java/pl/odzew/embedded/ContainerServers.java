package pl.odzew.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.utils.AppInfoParser;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/// Both as containers, from the images that their makers publish: what production runs, where a Docker API answers.
///
/// `ODZEW_TEST_SERVERS` decides: `containers`, `embedded`, or, where it is not set, whether the API answers.
/// `ODZEW_TEST_KAFKA_IMAGE` and `ODZEW_TEST_POSTGRES_IMAGE` name other images.
final class ContainerServers implements Servers {

    private static final String CHOICE = "ODZEW_TEST_SERVERS";
    private static final Path SOCKET = Path.of("/var/run/docker.sock");

    private final KafkaContainer kafka;
    private final PostgreSQLContainer postgres;

    private ContainerServers(KafkaContainer kafka, PostgreSQLContainer postgres) {
        this.kafka = kafka;
        this.postgres = postgres;
    }

    /// Somebody asked for containers and would not be helped by anything else.
    static boolean areDemanded() {
        return variable(CHOICE).filter("containers"::equals).isPresent();
    }

    /// Asks the API only where there may be one: looking for it takes seconds.
    static boolean areWanted() {
        return switch (variable(CHOICE).orElse("")) {
            case "containers" -> true;
            case "embedded" -> false;
            case "" ->
                (variable("DOCKER_HOST").isPresent() || Files.exists(SOCKET))
                        && DockerClientFactory.instance().isDockerAvailable();
            case String other ->
                throw new IllegalArgumentException("ODZEW_TEST_SERVERS is neither containers nor embedded: " + other);
        };
    }

    static ContainerServers start() {
        // The images are named by us; another repository or tag of them is meant to be the same program.
        var kafka = new KafkaContainer(DockerImageName.parse(
                        variable("ODZEW_TEST_KAFKA_IMAGE").orElse("apache/kafka:" + AppInfoParser.getVersion()))
                .asCompatibleSubstituteFor("apache/kafka"));
        kafka.withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false").withEnv("KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS", "3");
        var postgres = new PostgreSQLContainer(
                DockerImageName.parse(variable("ODZEW_TEST_POSTGRES_IMAGE").orElse("postgres:18"))
                        .asCompatibleSubstituteFor("postgres"));
        postgres.withUsername(EmbeddedDatabase.USER)
                .withPassword(EmbeddedDatabase.PASSWORD)
                .withDatabaseName("postgres");
        CompletableFuture<Void> database = CompletableFuture.runAsync(postgres::start);
        kafka.start();
        database.join();
        return new ContainerServers(kafka, postgres);
    }

    @Override
    public String bootstrapServers() {
        return kafka.getBootstrapServers();
    }

    @Override
    public String databaseAddress() {
        return postgres.getHost() + ":" + postgres.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT);
    }

    @Override
    public String description() {
        return "the containers " + kafka.getDockerImageName() + " and " + postgres.getDockerImageName();
    }

    @Override
    public void close() {
        kafka.stop();
        postgres.stop();
    }

    private static Optional<String> variable(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }
}
