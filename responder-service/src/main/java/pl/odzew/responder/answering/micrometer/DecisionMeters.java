package pl.odzew.responder.answering.micrometer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import pl.odzew.responder.answering.Outcome;
import pl.odzew.responder.answering.RecordedDecision;
import pl.odzew.responder.decision.SilenceReason;

/// Counts `odzew.responder.decisions` by outcome and reason, and `odzew.responder.loops`: an alert for operators.
@ApplicationScoped
public class DecisionMeters {

    private static final Logger LOG = Logger.getLogger(DecisionMeters.class);

    private record Label(String outcome, String reason) {

        static Label of(Outcome outcome) {
            return switch (outcome) {
                case Outcome.Answered _ -> new Label("reply", "");
                case Outcome.Silent silent ->
                    new Label("silence", silent.reason().name());
                case Outcome.Waiting waiting ->
                    new Label("waiting", waiting.reason().name());
            };
        }
    }

    private final MeterRegistry registry;
    private final Counter loops;
    private final Map<Label, Counter> decisions = new ConcurrentHashMap<>();

    DecisionMeters(MeterRegistry registry) {
        this.registry = registry;
        this.loops = Counter.builder("odzew.responder.loops")
                .description("Messages not answered because their buyer had got too many answers in a short time")
                .register(registry);
    }

    public void count(List<RecordedDecision> recorded) {
        for (RecordedDecision decision : recorded) {
            decisions
                    .computeIfAbsent(Label.of(decision.outcome()), this::counter)
                    .increment();
            if (decision.outcome() instanceof Outcome.Silent silent && silent.reason() == SilenceReason.LOOP_BREAKER) {
                loops.increment();
                LOG.warnf(
                        "A loop was broken: sellerId=%s conversationId=%s",
                        decision.sellerId(), decision.conversationId());
            }
        }
    }

    private Counter counter(Label label) {
        return Counter.builder("odzew.responder.decisions")
                .description("Decisions about buyers' messages, each time one is made")
                .tag("outcome", label.outcome())
                .tag("reason", label.reason())
                .register(registry);
    }
}
