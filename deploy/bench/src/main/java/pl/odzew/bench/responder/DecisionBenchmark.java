package pl.odzew.bench.responder;

import java.io.IOException;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import pl.odzew.bench.Benchmark;
import pl.odzew.bench.Figure;
import pl.odzew.bench.Report;
import pl.odzew.bench.Settings;
import pl.odzew.bench.Target;

/// The decision alone, without a database or a broker, by JMH.
public final class DecisionBenchmark implements Benchmark {

    @Override
    public String name() {
        return "decision";
    }

    @Override
    public String about() {
        return "one decision by rules with inflected keywords, in memory, by JMH";
    }

    @Override
    public Report run(Settings settings) throws IOException {
        var options = new OptionsBuilder()
                .include(Decisions.class.getName() + ".*")
                .forks(1)
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(1))
                .verbosity(VerboseMode.SILENT)
                .build();
        try {
            return new Report(
                    new Runner(options)
                            .run().stream().map(DecisionBenchmark::figure).toList(),
                    List.of("A second decision of the same words costs as much: nothing is remembered in between."));
        } catch (RunnerException e) {
            throw new IOException(e);
        }
    }

    private static Figure figure(RunResult result) {
        return new Figure(
                result.getPrimaryResult().getLabel(),
                result.getPrimaryResult().getScore(),
                "decisions/s",
                Target.none(),
                "one thread, 5 iterations of a second");
    }
}
