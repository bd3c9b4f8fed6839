package pl.odzew.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.odzew.events.mailbox.v1.MailboxStatus;

/// Alerts and dashboards ask for nothing that nobody counts: an expression over a missing metric is silent for ever.
class MetersTest {

    /// Of others, each with who gives it.
    private static final Set<String> FOREIGN = Set.of(
            "up", // Prometheus
            "http_server_requests_seconds_count", // Quarkus, by quarkus-micrometer
            "jvm_memory_used_bytes", // Quarkus, by quarkus-micrometer
            "kafka_consumergroup_lag", // Strimzi's kafkaExporter
            "barman_cloud_cloudnative_pg_io_last_available_backup_timestamp"); // CloudNativePG's Barman Cloud plugin

    private static final Pattern METRIC =
            Pattern.compile("\\b[a-z]+[a-z0-9]*(?:[_:][a-z0-9_:]+)+\\b(?!\\s*\\()|\\bup\\b");
    private static final Pattern LABELS = Pattern.compile("\\{[^}]*}|by \\([^)]*\\)|\"[^\"]*\"");
    private static final Pattern METER = Pattern.compile("\"(odzew\\.[a-z.]+)\"");
    private static final List<String> SUFFIXES =
            List.of("", "_total", "_seconds", "_seconds_bucket", "_seconds_count", "_seconds_sum", "_seconds_max");

    private final Alerts alerts = Alerts.read();

    MetersTest() throws IOException {}

    @Test
    void alertsAskForWhatIsCounted() {
        assertThat(alerts.expressions().stream().flatMap(this::unknown)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"replies", "mailboxes", "events"})
    void dashboardsAskForWhatIsCounted(String dashboard) throws Exception {
        // Given
        JsonNode json = new ObjectMapper()
                .readTree(Kustomize.DEPLOY
                        .resolve("components/monitoring/dashboards/" + dashboard + ".json")
                        .toFile());

        // When
        List<String> expressions = json.findValuesAsText("expr");

        // Then
        assertThat(expressions).hasSizeGreaterThan(4);
        assertThat(expressions.stream().flatMap(this::unknown)).isEmpty();
    }

    @Test
    void statusesOfMailboxesAreThoseOfTheContract() {
        assertThat(values("odzew_mailboxes", "status"))
                .isNotEmpty()
                .isSubsetOf(
                        Arrays.stream(MailboxStatus.values()).map(Enum::name).toList());
    }

    @Test
    void kindsOfMailsAreThoseThatAreCounted() throws Exception {
        // Given
        String tally = Files.readString(Kustomize.DEPLOY.resolveSibling(
                "mailbox-service/src/main/java/pl/odzew/mailbox/watch/micrometer/MeteredTally.java"));

        // When
        Set<String> kinds = values("odzew_mails_total", "kind");

        // Then
        assertThat(kinds).isNotEmpty().allMatch(kind -> tally.contains('"' + kind + '"'));
    }

    @Test
    void aNameThatNobodyRegistersIsFound() {
        assertThat(unknown("rate(odzew_reply_tyme_seconds_count{channel=\"mailbox\"}[5m])"))
                .containsExactly("odzew_reply_tyme_seconds_count");
    }

    private Stream<String> unknown(String expression) {
        return METRIC.matcher(LABELS.matcher(expression).replaceAll(""))
                .results()
                .map(MatchResult::group)
                .filter(metric ->
                        !FOREIGN.contains(metric) && !alerts.recorded().contains(metric))
                .filter(metric -> !isRegistered(metric));
    }

    private static boolean isRegistered(String metric) {
        return Meters.NAMES.stream()
                .map(meter -> meter.replace('.', '_'))
                .anyMatch(meter -> SUFFIXES.stream().anyMatch(suffix -> metric.equals(meter + suffix)));
    }

    /// The values that the alerts compare a label of a metric with.
    private Set<String> values(String metric, String label) {
        Pattern selector = Pattern.compile(metric + "\\{[^}]*?" + label + "[=!]~?\"([^\"]*)\"");
        return alerts.expressions().stream()
                .flatMap(expression -> selector.matcher(expression).results())
                .flatMap(match -> Arrays.stream(match.group(1).split("\\|")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// What the services register, by the words of their sources.
    private static final class Meters {

        static final Set<String> NAMES = names();

        private static Set<String> names() {
            try (Stream<Path> modules = Files.list(Kustomize.DEPLOY.getParent())) {
                return modules.map(module -> module.resolve("src/main/java"))
                        .filter(Files::isDirectory)
                        .flatMap(Meters::sources)
                        .flatMap(source -> METER.matcher(source).results())
                        .map(match -> match.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Stream<String> sources(Path folder) {
            try (Stream<Path> files = Files.walk(folder)) {
                return files
                        .filter(file -> file.toString().endsWith(".java"))
                        .map(Meters::text)
                        .filter(text -> text.contains("io.micrometer."))
                        .toList()
                        .stream();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static String text(Path file) {
            try {
                return Files.readString(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
