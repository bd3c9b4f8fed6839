package pl.odzew.transport.deadletter;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.catalogue.EventCodec;
import pl.odzew.events.catalogue.Topic;
import pl.odzew.transport.inbox.DeadLetterHeaders;
import pl.odzew.transport.inbox.EventConsumer;
import pl.odzew.transport.inbox.Inbox;

/// The dead letters of this service's consumers: what they could not take, and a second try for it.
///
/// A letter goes to the consumer that gave it up and to nobody else, with its own id. Written to its topic
/// again, an old state would be the newest of its key there.
@ApplicationScoped
public class DeadLetterOffice {

    private final DeadLetterTopics topics;
    private final Inbox inbox;
    private final Map<String, EventConsumer> consumers;

    DeadLetterOffice(DeadLetterTopics topics, Inbox inbox, @Any Instance<EventConsumer> consumers) {
        this.topics = topics;
        this.inbox = inbox;
        this.consumers = consumers.stream().collect(toMap(EventConsumer::name, Function.identity()));
    }

    /// The newest first, as many as [DeadLetterTopics] reads; fails where the broker does not answer.
    public Uni<List<DeadLetter>> list() {
        Set<Topic> read = consumers.values().stream()
                .flatMap(consumer -> consumer.topics().stream())
                .collect(toUnmodifiableSet());
        return topics.newest(read)
                .flatMap(found -> Multi.createFrom()
                        .iterable(byConsumer(found).entrySet())
                        .onItem()
                        .transformToUniAndConcatenate(letters -> views(letters.getKey(), letters.getValue()))
                        .collect()
                        .asList()
                        .map(DeadLetterOffice::newestFirst));
    }

    /// Lets the consumer try again; it remembers the event when it takes it, so that a second redelivery changes
    /// nothing.
    public Uni<Redelivery> redeliver(DeadLetterId id) {
        return topics.find(id)
                .map(found -> found.filter(letter -> consumers.containsKey(consumerOf(letter))))
                .flatMap(found -> found.map(this::redeliver)
                        .orElseGet(() -> Uni.createFrom().item(new Redelivery.NotFound())));
    }

    private Uni<Redelivery> redeliver(ConsumerRecord<String, byte[]> letter) {
        EventConsumer consumer =
                Optional.ofNullable(consumers.get(consumerOf(letter))).orElseThrow();
        return inbox.retry(consumer, DeadLetterHeaders.asItWas(letter))
                .<Redelivery>map(unseen -> unseen ? new Redelivery.Taken() : new Redelivery.TakenBefore())
                .onFailure()
                .recoverWithItem(cause -> new Redelivery.Failed(String.valueOf(cause.getMessage())));
    }

    private Map<String, List<ConsumerRecord<String, byte[]>>> byConsumer(
            Collection<ConsumerRecord<String, byte[]>> letters) {
        return letters.stream()
                .filter(letter -> consumers.containsKey(consumerOf(letter)))
                .collect(groupingBy(DeadLetterOffice::consumerOf));
    }

    private Uni<List<DeadLetter>> views(String consumer, List<ConsumerRecord<String, byte[]>> letters) {
        List<String> ids = letters.stream()
                .map(letter -> DeadLetterHeaders.value(letter, EventCodec.Header.ID))
                .filter(id -> !id.isEmpty())
                .toList();
        return inbox.taken(consumer, ids)
                .map(taken ->
                        letters.stream().map(letter -> view(letter, taken)).toList());
    }

    private static List<DeadLetter> newestFirst(List<List<DeadLetter>> letters) {
        return letters.stream()
                .flatMap(List::stream)
                .sorted(comparing(DeadLetter::at).reversed())
                .toList();
    }

    private static String consumerOf(ConsumerRecord<String, byte[]> letter) {
        return DeadLetterHeaders.value(letter, DeadLetterHeaders.CONSUMER);
    }

    private static DeadLetter view(ConsumerRecord<String, byte[]> letter, Set<String> taken) {
        String eventId = DeadLetterHeaders.value(letter, EventCodec.Header.ID);
        return new DeadLetter(
                DeadLetterTopics.idOf(letter),
                DeadLetterTopics.topicOf(letter).wireName(),
                consumerOf(letter),
                present(eventId),
                present(DeadLetterHeaders.value(letter, EventCodec.Header.TYPE)),
                letter.key() == null ? "" : letter.key(),
                DeadLetterHeaders.value(letter, DeadLetterHeaders.CODE),
                DeadLetterHeaders.value(letter, DeadLetterHeaders.CAUSE),
                DeadLetterHeaders.value(letter, DeadLetterHeaders.POSITION),
                Instant.ofEpochMilli(letter.timestamp()),
                taken.contains(eventId));
    }

    private static @Nullable String present(String value) {
        return value.isEmpty() ? null : value;
    }
}
