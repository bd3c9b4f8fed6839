package pl.odzew.transport.inbox;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.unchecked.Unchecked;
import io.vertx.core.json.JsonArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;
import pl.odzew.events.catalogue.EventCodec;
import pl.odzew.events.catalogue.UnreadableEventException;
import pl.odzew.transport.kafka.KafkaHeaders;
import pl.odzew.transport.tracing.EventSpans;
import pl.odzew.transport.transaction.Transactions;

/// Gives each event of a poll batch its effect exactly once.
///
/// The ids of the events and what the handler writes are committed together, one transaction for a batch. A batch that
/// fails is halved until a single record remains, which goes to the dead letters with its cause; while the database or
/// the broker is away nothing is given up, the batch waits.
@ApplicationScoped
public class Inbox {

    private static final Logger LOG = Logger.getLogger(Inbox.class);

    /// Answers the ids that were not there; a repeated id within the batch is answered once.
    private static final String REMEMBER = """
            insert into inbox (consumer, event_id)
            select distinct :consumer, event_id from jsonb_array_elements_text(cast(cast(:ids as text) as jsonb)) as ids (event_id)
                on conflict do nothing
            returning event_id
            """;

    private static final String TAKEN = """
            select event_id from inbox
             where consumer = :consumer
               and event_id in (select jsonb_array_elements_text(cast(cast(:ids as text) as jsonb)))
            """;

    /// A failure that two transactions caused each other looks like poison once, and not twice.
    private static final int FURTHER_TRIES_OF_ONE = 2;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Transactions transactions;
    private final DeadLetters deadLetters;
    private final EventSpans spans;
    private final EventCodec codec = new EventCodec();

    Inbox(Transactions transactions, DeadLetters deadLetters, EventSpans spans) {
        this.transactions = transactions;
        this.deadLetters = deadLetters;
        this.spans = spans;
    }

    /// Ends when all is committed or in the dead letters, and never fails; only then may the offsets be committed.
    ///
    /// @param consumer names the handler within its service for ever; under another name everything is unseen
    public Uni<Void> receive(String consumer, ConsumerRecords<String, byte[]> batch, BatchHandler handler) {
        var readable = new ArrayList<Delivery>();
        Uni<Void> buried = Uni.createFrom().voidItem();
        for (ConsumerRecord<String, byte[]> consumed : batch) {
            if (consumed.value() == null) {
                continue; // A tombstone: the key is forgotten by compaction, and nothing is left to tell.
            }
            try {
                readable.add(new Delivery(consumed, read(consumed)));
            } catch (UnreadableEventException e) {
                buried = buried.chain(() -> bury(consumer, consumed, e.code().name(), e));
            }
        }
        return buried.chain(() -> process(consumer, List.copyOf(readable), handler));
    }

    /// As above, for a consumer whose dead letters an operator can see.
    public Uni<Void> receive(EventConsumer consumer, ConsumerRecords<String, byte[]> batch) {
        return receive(consumer.name(), batch, consumer);
    }

    /// Gives one record its effect, once: answers whether it had none yet. Fails with what the record or
    /// the handler failed with, and buries nothing.
    public Uni<Boolean> retry(EventConsumer consumer, ConsumerRecord<String, byte[]> consumed) {
        return Uni.createFrom()
                .item(Unchecked.supplier(() -> new Delivery(consumed, read(consumed))))
                .flatMap(delivery -> transactions.run(() -> remember(consumer.name(), List.of(delivery))
                        .flatMap(unseen -> unseen.isEmpty()
                                ? Uni.createFrom().item(false)
                                : consumer.handle(List.of(delivery.event())).replaceWith(true))));
    }

    /// Which of these ids have had their effect in this consumer.
    public Uni<Set<String>> taken(String consumer, List<String> eventIds) {
        return transactions
                .run(() -> Panache.getSession()
                        .flatMap(session -> session.createNativeQuery(TAKEN, String.class)
                                .setParameter("consumer", consumer)
                                .setParameter("ids", new JsonArray(eventIds).encode())
                                .getResultList()))
                .map(Set::copyOf);
    }

    private Uni<Void> process(String consumer, List<Delivery> deliveries, BatchHandler handler) {
        if (deliveries.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return attempt(consumer, deliveries, handler)
                .onFailure(Outage::causes)
                .invoke(failure -> LOG.warnf("A batch waits for the database: consumer=%s %s", consumer, failure))
                .onFailure(Outage::causes)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely()
                .onFailure(_ -> deliveries.size() == 1)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .atMost(FURTHER_TRIES_OF_ONE)
                .onFailure()
                .recoverWithUni(failure -> isolate(consumer, deliveries, handler, failure));
    }

    /// One try in one transaction, with a span for each event until its effect is committed or undone.
    private Uni<Void> attempt(String consumer, List<Delivery> deliveries, BatchHandler handler) {
        return Uni.createFrom().deferred(() -> {
            EventSpans.Open processing =
                    spans.processing(deliveries.stream().map(Delivery::event).toList());
            return transactions
                    .run(() -> handleUnseen(consumer, deliveries, handler))
                    .onItemOrFailure()
                    .invoke((_, failure) -> processing.end(failure));
        });
    }

    private Uni<Void> handleUnseen(String consumer, List<Delivery> deliveries, BatchHandler handler) {
        return remember(consumer, deliveries).flatMap(unseen -> {
            var first = new HashSet<>(unseen);
            List<ReceivedEvent> fresh = deliveries.stream()
                    .map(Delivery::event)
                    .filter(received -> first.remove(received.event().id().value()))
                    .toList();
            return fresh.isEmpty() ? Uni.createFrom().voidItem() : handler.handle(fresh);
        });
    }

    private Uni<Set<String>> remember(String consumer, List<Delivery> deliveries) {
        var ids = new JsonArray();
        deliveries.forEach(delivery -> ids.add(delivery.event().event().id().value()));
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(REMEMBER, String.class)
                        .setParameter("consumer", consumer)
                        .setParameter("ids", ids.encode())
                        .getResultList())
                .map(Set::copyOf);
    }

    private Uni<Void> isolate(String consumer, List<Delivery> deliveries, BatchHandler handler, Throwable failure) {
        if (deliveries.size() == 1) {
            return bury(
                    consumer,
                    deliveries.getFirst().consumed(),
                    failure.getClass().getSimpleName(),
                    failure);
        }
        int half = deliveries.size() / 2;
        return process(consumer, deliveries.subList(0, half), handler)
                .chain(() -> process(consumer, deliveries.subList(half, deliveries.size()), handler));
    }

    private Uni<Void> bury(String consumer, ConsumerRecord<String, byte[]> consumed, String code, Throwable cause) {
        LOG.errorf(
                "A record goes to the dead letters: consumer=%s topic=%s partition=%d offset=%d code=%s",
                consumer, consumed.topic(), consumed.partition(), consumed.offset(), code);
        return deadLetters
                .send(consumer, consumed, code, cause)
                .onFailure()
                .invoke(failure -> LOG.warnf("A dead letter waits for the broker: %s", failure))
                .onFailure()
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely();
    }

    private ReceivedEvent read(ConsumerRecord<String, byte[]> consumed) throws UnreadableEventException {
        return new ReceivedEvent(
                codec.read(KafkaHeaders.read(consumed)), consumed.topic(), consumed.partition(), consumed.offset());
    }

    /// A record with the event that was read from it.
    private record Delivery(ConsumerRecord<String, byte[]> consumed, ReceivedEvent event) {}
}
