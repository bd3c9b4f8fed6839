package pl.odzew.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.odzew.bench.Bench.Command;

class BenchTest {

    private static final Report REPORT = new Report(
            List.of(
                    new Figure("idle CPU", 2.5, "ms per s", Target.atMost(4), "130 s"),
                    new Figure("burst", 1_200, "messages/s", Target.atLeast(3_500), "20,000 mails"),
                    new Figure("floor", 9_000, "messages/s", Target.none(), "raw clients")),
            List.of("No server was to be had."));

    @TempDir
    Path data;

    @Test
    void aTableSaysWhichTargetsWereMissed() {
        assertThat(Table.of(REPORT)).isEqualTo("""
                | what     | measured         | target         |        | how          |
                |----------|------------------|----------------|--------|--------------|
                | idle CPU | 2.50 ms per s    | at most 4      | met    | 130 s        |
                | burst    | 1,200 messages/s | at least 3,500 | MISSED | 20,000 mails |
                | floor    | 9,000 messages/s |                |        | raw clients  |

                - No server was to be had.""");
    }

    @Test
    void aRunIsKeptWithTheMachineThatItRanOn() throws IOException, InterruptedException {
        // When
        bench().run(Command.parse(List.of("fixed", "--data", data.toString(), "--mails", "20")));

        // Then
        try (var kept = Files.list(data.resolve("bench"))) {
            JsonNode run = new ObjectMapper()
                    .readTree(kept.filter(file -> file.toString().endsWith(".json"))
                            .findFirst()
                            .orElseThrow()
                            .toFile());
            assertThat(run.at("/before/cores").asInt()).isPositive();
            assertThat(run.at("/figures/1/met").asBoolean()).isFalse();
        }
    }

    @Test
    void aMisspeltNameIsSaidBeforeAnythingRuns() {
        assertThatThrownBy(() -> bench().run(Command.parse(List.of("fixed", "fxied", "--data", data.toString()))))
                .hasMessageContaining("fxied")
                .hasMessageContaining("fixed");
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void anOptionWithoutValueIsRefused() {
        assertThatThrownBy(() -> Command.parse(List.of("fixed", "--mails"))).hasMessageContaining("--mails");
    }

    @Test
    void aNumberMustBeOne() {
        var settings = new Settings(data, data, Map.of("mails", "0"), System.out);
        assertThatThrownBy(() -> settings.number("mails", 5)).hasMessageContaining("--mails");
        assertThat(settings.number("boxes", 5)).isEqualTo(5);
    }

    private static Bench bench() {
        return new Bench(List.of(new FixedBenchmark()), Clock.systemUTC());
    }

    /// Measures nothing and tells always the same.
    private static final class FixedBenchmark implements Benchmark {
        @Override
        public String name() {
            return "fixed";
        }

        @Override
        public String about() {
            return "always the same";
        }

        @Override
        public Report run(Settings settings) {
            assertThat(settings.number("mails", 1)).isEqualTo(20);
            return REPORT;
        }
    }
}
