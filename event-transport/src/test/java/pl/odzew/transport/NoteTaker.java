package pl.odzew.transport;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import pl.odzew.events.catalogue.Topic;
import pl.odzew.transport.inbox.EventConsumer;
import pl.odzew.transport.inbox.ReceivedEvent;

/// Writes down the id of each event, and cannot take one that ends in `poison` until it is mended.
@ApplicationScoped
class NoteTaker implements EventConsumer {

    private final AtomicBoolean mended = new AtomicBoolean();

    void mend() {
        mended.set(true);
    }

    void breakAgain() {
        mended.set(false);
    }

    @Override
    public String name() {
        return "test";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.SELLER_EVENTS);
    }

    @Override
    public Uni<Void> handle(List<ReceivedEvent> unseen) {
        List<Note> notes = unseen.stream()
                .map(received -> received.event().id().value())
                .peek(id -> {
                    if (id.endsWith("poison") && !mended.get()) {
                        throw new IllegalArgumentException("cannot be taken");
                    }
                })
                .map(Note::new)
                .toList();
        return Panache.getSession().flatMap(session -> session.persistAll(notes.toArray()));
    }
}
