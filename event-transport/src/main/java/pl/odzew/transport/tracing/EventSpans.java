package pl.odzew.transport.tracing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.catalogue.EventCodec;
import pl.odzew.transport.inbox.ReceivedEvent;

/// Spans of events on their way, named as OpenTelemetry's conventions for messaging name them.
///
/// A record without `traceparent` gets none: what no message caused, such as a refused password, is an event and no
/// journey. Nothing of what an event says becomes an attribute.
@ApplicationScoped
public class EventSpans {

    private static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("messaging.system");
    private static final AttributeKey<String> DESTINATION = AttributeKey.stringKey("messaging.destination.name");
    private static final AttributeKey<String> OPERATION = AttributeKey.stringKey("messaging.operation.name");
    private static final AttributeKey<String> EVENT_ID = AttributeKey.stringKey("cloudevents.event_id");
    private static final AttributeKey<String> EVENT_TYPE = AttributeKey.stringKey("cloudevents.event_type");

    private static final String SEND = "send";
    private static final String PROCESS = "process";

    private static final TextMapGetter<Map<String, String>> HEADERS = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Map<String, String> headers) {
            return headers.keySet();
        }

        @Override
        public @Nullable String get(@Nullable Map<String, String> headers, String name) {
            return headers == null ? null : headers.get(name);
        }
    };

    private final Tracer tracer;

    EventSpans(OpenTelemetry telemetry) {
        this.tracer = telemetry.getTracer("pl.odzew.transport");
    }

    /// Begins a producer's span for each record that belongs to a trace.
    public Open sending(List<ProducerRecord<String, byte[]>> records) {
        return new Open(records.stream()
                .filter(written ->
                        !header(written, EventCodec.Header.TRACEPARENT).isEmpty())
                .map(written -> begin(
                        SEND,
                        SpanKind.PRODUCER,
                        written.topic(),
                        header(written, EventCodec.Header.ID),
                        header(written, EventCodec.Header.TYPE),
                        header(written, EventCodec.Header.TRACEPARENT)))
                .toList());
    }

    /// Begins a consumer's span for each event that belongs to a trace.
    public Open processing(List<ReceivedEvent> events) {
        return new Open(events.stream()
                .filter(received -> received.event().traceparent() != null)
                .map(received -> begin(
                        PROCESS,
                        SpanKind.CONSUMER,
                        received.topic(),
                        received.event().id().value(),
                        received.event().type().wireName(),
                        String.valueOf(received.event().traceparent())))
                .toList());
    }

    private Span begin(
            String operation, SpanKind kind, String topic, String eventId, String eventType, String traceparent) {
        Context parent = W3CTraceContextPropagator.getInstance()
                .extract(Context.root(), Map.of(EventCodec.Header.TRACEPARENT, traceparent), HEADERS);
        return tracer.spanBuilder(operation + " " + topic)
                .setParent(parent)
                .setSpanKind(kind)
                .setAttribute(SYSTEM, "kafka")
                .setAttribute(DESTINATION, topic)
                .setAttribute(OPERATION, operation)
                .setAttribute(EVENT_ID, eventId)
                .setAttribute(EVENT_TYPE, eventType)
                .startSpan();
    }

    private static String header(ProducerRecord<String, byte[]> written, String name) {
        Header header = written.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }

    /// Spans that have begun and end together.
    public record Open(List<Span> spans) {

        /// @param failure null where all went well
        public void end(@Nullable Throwable failure) {
            for (Span span : spans) {
                if (failure != null) {
                    span.setStatus(StatusCode.ERROR, failure.getClass().getSimpleName());
                }
                span.end();
            }
        }
    }
}
