package pl.odzew.transport;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import pl.odzew.embedded.quarkus.EmbeddedInfrastructure;
import pl.odzew.events.Event;
import pl.odzew.events.EventId;
import pl.odzew.events.SellerId;
import pl.odzew.events.autoresponder.v1.AutoresponderSettingsChanged;
import pl.odzew.events.catalogue.CloudEvent;
import pl.odzew.events.catalogue.EventCodec;
import pl.odzew.events.catalogue.EventRecord;
import pl.odzew.events.catalogue.Service;
import pl.odzew.events.catalogue.Topic;
import pl.odzew.events.catalogue.Traceparent;
import pl.odzew.events.seller.v1.SellerErasureDone;
import pl.odzew.events.seller.v1.SellerErasureRequested;
import pl.odzew.transport.inbox.Inbox;
import pl.odzew.transport.kafka.KafkaHeaders;
import pl.odzew.transport.outbox.Outbox;
import pl.odzew.transport.outbox.OutboxMeters;
import pl.odzew.transport.transaction.Transactions;

/// Outbox and inbox on a real broker and a real database.
@QuarkusTest
@WithTestResource(EmbeddedInfrastructure.class)
class TransportTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final String DEAD_LETTERS = "/api/v1/operator/event-transport/dead-letters";
    private static final Topic TOPIC = Topic.SELLER_EVENTS;

    @Inject
    Outbox outbox;

    @Inject
    Inbox inbox;

    @Inject
    OutboxMeters outboxMeters;

    @Inject
    MeterRegistry meters;

    @Inject
    NoteTaker noteTaker;

    @Inject
    InMemorySpanExporter collected;

    @Inject
    Transactions transactions;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    private final EventCodec codec = new EventCodec();
    private final String run = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void whatCommitsLeavesInTheOrderInWhichItWasAdded() {
        // Given
        List<CloudEvent> events =
                IntStream.range(0, 1_200).mapToObj(i -> event("ordered-" + i)).toList();

        // When
        transactions.run(() -> outbox.addAll(events)).await().atMost(PATIENCE);

        // Then
        assertThat(read(TOPIC.wireName(), id -> id.contains("ordered-"), events.size()))
                .extracting(TransportTest::idOf)
                .containsExactlyElementsOf(
                        events.stream().map(event -> event.id().value()).toList());
    }

    @Test
    void whatIsRolledBackNeverLeaves() {
        // Given
        assertThatThrownBy(() -> transactions
                        .run(() -> outbox.add(event("rolled-back"))
                                .chain(() -> Uni.createFrom().<Void>failure(new IllegalStateException("no"))))
                        .await()
                        .atMost(PATIENCE))
                .isInstanceOf(IllegalStateException.class);

        // When
        transactions.run(() -> outbox.add(event("committed-after"))).await().atMost(PATIENCE);

        // Then
        assertThat(read(TOPIC.wireName(), id -> id.endsWith("rolled-back") || id.endsWith("committed-after"), 1))
                .extracting(TransportTest::idOf)
                .containsExactly(run + "-committed-after");
    }

    @Test
    void whatIsToBeForgottenLeavesAsATombstoneBehindItsEvents() {
        // Given
        String annasKey = "anna-" + run;
        var settings = new AutoresponderSettingsChanged(new SellerId(annasKey), 1, false, List.of(), NOON);

        // When
        transactions
                .run(() -> outbox.add(event("settings", settings))
                        .chain(() -> outbox.forget(Topic.AUTORESPONDER_SETTINGS, List.of(annasKey))))
                .await()
                .atMost(PATIENCE);

        // Then
        assertThat(readUntil(Topic.AUTORESPONDER_SETTINGS.wireName(), annas -> annasKey.equals(annas.key()), 2))
                .extracting(left -> left.value() == null)
                .containsExactly(false, true);
    }

    @Test
    void aTopicThatForgetsByTimeAloneTakesNoTombstone() {
        assertThatThrownBy(() -> outbox.forget(TOPIC, List.of("anna"))).hasMessageContaining("seller.events");
    }

    @Test
    void aRecordThatTheBrokerRefusesForGoodHoldsNothingBack() {
        // Given
        CloudEvent tooLarge = event(
                "too-large",
                new SellerErasureDone(new SellerId("anna-" + run), UUID.randomUUID(), incompressible(3_000_000), NOON));

        transactions
                .run(() -> outbox.addAll(List.of(event("before"), tooLarge, event("behind"))))
                .await()
                .atMost(PATIENCE);

        // When
        transactions.run(() -> outbox.add(event("later"))).await().atMost(PATIENCE);

        // Then
        assertThat(read(TOPIC.wireName(), id -> id.endsWith("-later"), 1)).hasSize(1);
        assertThat(read(TOPIC.wireName(), id -> id.matches(".*-(before|too-large|behind)"), 2))
                .extracting(TransportTest::idOf)
                .contains(run + "-before", run + "-behind")
                .doesNotContain(run + "-too-large");
        assertThat(refused()).containsExactly(run + "-too-large");
        outboxMeters.look().await().atMost(PATIENCE);
        assertThat(meters.get("odzew.outbox.refused").gauge().value()).isPositive();
    }

    @Test
    void anEventHasItsEffectOnceHoweverOftenItComes() {
        // Given
        ConsumerRecords<String, byte[]> batch = batch(event("a"), event("b"), event("a"));

        // When
        receive(batch);
        receive(batch);

        // Then
        assertThat(notes()).containsExactlyInAnyOrder(run + "-a", run + "-b");
    }

    @Test
    void aPoisonRecordCostsItselfAlone() {
        // Given
        List<CloudEvent> events = IntStream.range(0, 100)
                .mapToObj(i -> event(i == 37 ? "poison" : "sound-" + i))
                .toList();

        // When
        receive(batch(events.toArray(CloudEvent[]::new)));

        // Then
        assertThat(notes()).hasSize(99).doesNotContain(run + "-poison");
        assertThat(read(TOPIC.deadLetterTopic(), id -> id.endsWith("poison"), 1))
                .singleElement()
                .satisfies(
                        letter -> assertThat(header(letter, "odzew-dlq-cause")).contains("cannot be taken"));
    }

    @Test
    void aRecordThatIsNoEventGoesToTheDeadLettersAsItWas() {
        // Given
        EventRecord written = codec.write(event("garbled"));
        var garbled = new EventRecord(written.topic(), written.key(), written.headers(), "{".getBytes(UTF_8));

        // When
        receive(records(Stream.of(garbled)));

        // Then
        assertThat(read(TOPIC.deadLetterTopic(), id -> id.endsWith("garbled"), 1))
                .singleElement()
                .satisfies(letter -> {
                    assertThat(letter.value()).isEqualTo("{".getBytes(UTF_8));
                    assertThat(header(letter, "odzew-dlq-code")).isEqualTo("MALFORMED_DATA");
                });
    }

    @Test
    void whatAMessageCausesIsOneTraceFromTheOutboxToTheEffect() {
        // Given
        String traceparent = Traceparent.ofMessage(new EventId(run + "-message"));
        CloudEvent caused = new CloudEvent(
                new EventId(run + "-caused"),
                Service.NOTIFICATION_SERVICE.source(),
                NOON,
                new SellerErasureRequested(new SellerId("anna-" + run), UUID.randomUUID(), NOON),
                traceparent);

        // When
        transactions.run(() -> outbox.add(caused)).await().atMost(PATIENCE);
        List<ConsumerRecord<String, byte[]>> left = read(TOPIC.wireName(), id -> id.endsWith("-caused"), 1);
        receive(new ConsumerRecords<>(Map.of(new TopicPartition(TOPIC.wireName(), 0), left), Map.of()));

        // Then
        List<SpanData> trace = spansOf(traceparent.split("-")[1], 2);
        assertThat(trace)
                .extracting(SpanData::getName)
                .containsExactlyInAnyOrder("send seller.events", "process seller.events");
        assertThat(trace)
                .extracting(SpanData::getParentSpanId)
                .containsOnly(traceparent.split("-")[2]);
    }

    /// Those of a trace, as soon as there are so many.
    private List<SpanData> spansOf(String traceId, int count) {
        return Uni.createFrom()
                .item(() -> collected.getFinishedSpanItems().stream()
                        .filter(span -> span.getTraceId().equals(traceId))
                        .toList())
                .repeat()
                .withDelay(Duration.ofMillis(50))
                .whilst(spans -> spans.size() < count)
                .collect()
                .last()
                .await()
                .atMost(PATIENCE);
    }

    @Test
    @TestSecurity(user = "olga", roles = "operator")
    void anOperatorSeesADeadLetterWithoutItsWordsAndLetsItTryAgain() {
        // Given
        receive(batch(event("second-poison")));
        String letter = deadLetters().getString("find { it.eventId == '" + run + "-second-poison' }.id");

        // When
        ValidatableResponse tooEarly = redeliver(letter);
        noteTaker.mend();
        ValidatableResponse mended = redeliver(letter);
        ValidatableResponse again = redeliver(letter);
        noteTaker.breakAgain();

        // Then
        tooEarly.statusCode(409).body("detail", equalTo("cannot be taken"));
        mended.statusCode(200).body("outcome", equalTo("TAKEN"));
        again.statusCode(200).body("outcome", equalTo("TAKEN_BEFORE"));
        assertThat(notes()).containsExactly(run + "-second-poison");
        String shown = "find { it.id == '" + letter + "' }";
        assertThat(deadLetters().getBoolean(shown + ".taken")).isTrue();
        assertThat(deadLetters().<String, Object>getMap(shown).values().toString())
                .doesNotContain("requestId");
    }

    @Test
    @TestSecurity(user = "olga", roles = "operator")
    void whatIsNoDeadLetterOfThisServiceIsNotFound() {
        redeliver("seller.events~0~987654321").statusCode(404);
        redeliver("seller.events~77~0").statusCode(404);
        redeliver("no-letter").statusCode(404);
        given().get("/api/v1/operator/another-service/dead-letters").then().statusCode(404);
    }

    @Test
    @TestSecurity(user = "anna")
    void aSellerSeesNoDeadLetters() {
        given().get(DEAD_LETTERS).then().statusCode(403);
        redeliver("seller.events~0~0").statusCode(403);
    }

    private static JsonPath deadLetters() {
        return given().get(DEAD_LETTERS).then().statusCode(200).extract().jsonPath();
    }

    private static ValidatableResponse redeliver(String letter) {
        return given().post(DEAD_LETTERS + "/" + letter + "/redelivery").then();
    }

    private void receive(ConsumerRecords<String, byte[]> batch) {
        inbox.receive(noteTaker, batch).await().atMost(PATIENCE);
    }

    private List<String> notes() {
        return transactions
                .run(() -> Panache.getSession()
                        .flatMap(session -> session.createSelectionQuery(
                                        "select eventId from Note where eventId like :run", String.class)
                                .setParameter("run", run + "%")
                                .getResultList()))
                .await()
                .atMost(PATIENCE);
    }

    private List<String> refused() {
        return transactions
                .run(() -> Panache.getSession()
                        .flatMap(session -> session.createNativeQuery(
                                        "select headers ->> 'ce_id' from outbox_refused where record_key = :key",
                                        String.class)
                                .setParameter("key", "anna-" + run)
                                .getResultList()))
                .await()
                .atMost(PATIENCE);
    }

    private static String incompressible(int length) {
        return new Random(7)
                .ints(length, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private CloudEvent event(String name) {
        return event(name, new SellerErasureRequested(new SellerId("anna-" + run), UUID.randomUUID(), NOON));
    }

    private CloudEvent event(String name, Event data) {
        return new CloudEvent(new EventId(run + "-" + name), Service.NOTIFICATION_SERVICE.source(), NOON, data, null);
    }

    private ConsumerRecords<String, byte[]> batch(CloudEvent... events) {
        return records(Stream.of(events).map(codec::write));
    }

    private static ConsumerRecords<String, byte[]> records(Stream<EventRecord> events) {
        var records = new ArrayList<ConsumerRecord<String, byte[]>>();
        events.map(KafkaHeaders::write).forEach(written -> {
            var consumed = new ConsumerRecord<>(TOPIC.wireName(), 0, records.size(), written.key(), written.value());
            written.headers().forEach(consumed.headers()::add);
            records.add(consumed);
        });
        return new ConsumerRecords<>(Map.of(new TopicPartition(TOPIC.wireName(), 0), records), Map.of());
    }

    private List<ConsumerRecord<String, byte[]>> read(String topic, Predicate<String> id, int count) {
        return readUntil(
                topic,
                consumed -> consumed.value() != null && idOf(consumed).startsWith(run) && id.test(idOf(consumed)),
                count);
    }

    /// Reads the topic from its beginning until so many such records were seen, or patience is over.
    private List<ConsumerRecord<String, byte[]>> readUntil(
            String topic, Predicate<ConsumerRecord<String, byte[]>> wanted, int count) {
        var found = new ArrayList<ConsumerRecord<String, byte[]>>();
        try (var consumer =
                new KafkaConsumer<>(consumerProperties(), new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            Instant deadline = Instant.now().plus(PATIENCE);
            while (found.size() < count && Instant.now().isBefore(deadline)) {
                consumer.poll(Duration.ofMillis(200)).forEach(consumed -> {
                    if (wanted.test(consumed)) {
                        found.add(consumed);
                    }
                });
            }
        }
        return found;
    }

    private Properties consumerProperties() {
        var properties = new Properties();
        properties.put("bootstrap.servers", bootstrapServers);
        properties.put("group.id", "test-" + UUID.randomUUID());
        properties.put("auto.offset.reset", "earliest");
        return properties;
    }

    private static String idOf(ConsumerRecord<String, byte[]> consumed) {
        return header(consumed, EventCodec.Header.ID);
    }

    private static String header(ConsumerRecord<String, byte[]> consumed, String name) {
        return new String(consumed.headers().lastHeader(name).value(), UTF_8);
    }
}
