package pl.odzew.notification.erasure.postgres;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import pl.odzew.events.SellerId;
import pl.odzew.notification.erasure.Erasure;

/// Requests to be forgotten; every method belongs into the caller's transaction.
@ApplicationScoped
public class ErasureStore {

    private static final String PENDING = "from ErasureEntity where sellerId = ?1";
    private static final String STEPS = "from ErasureStepEntity where requestId = ?1";
    private static final String DONE = """
            insert into erasure_step (request_id, service, done_at)
            select request_id, ?2, ?3 from erasure where request_id = ?1 on conflict do nothing
            """;
    private static final String COMPLETE =
            "update ErasureEntity set sellerId = null, completedAt = ?2 where requestId = ?1";
    private static final String PENDING_AMONG =
            "select sellerId from ErasureEntity where sellerId is not null and sellerId in ?1";

    public Uni<Optional<Erasure>> pendingOf(SellerId seller) {
        return Panache.getSession()
                .flatMap(session -> session.createQuery(PENDING, ErasureEntity.class)
                        .setParameter(1, seller.value())
                        .getSingleResultOrNull())
                .flatMap(this::withSteps);
    }

    public Uni<Optional<Erasure>> find(UUID requestId) {
        return Panache.getSession()
                .flatMap(session -> session.find(ErasureEntity.class, requestId))
                .flatMap(this::withSteps);
    }

    public Uni<Void> add(UUID requestId, SellerId seller, Instant now) {
        var entity = new ErasureEntity();
        entity.requestId = requestId;
        entity.sellerId = seller.value();
        entity.requestedAt = now;
        return Panache.getSession().flatMap(session -> session.persist(entity).call(session::flush));
    }

    /// When all have answered, the request forgets whose it was. An answer to an unknown request changes nothing.
    public Uni<Void> done(UUID requestId, String service, Instant doneAt, Instant now) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(DONE)
                        .setParameter(1, requestId)
                        .setParameter(2, service)
                        .setParameter(3, doneAt)
                        .executeUpdate()
                        .chain(() -> find(requestId))
                        .flatMap(found -> found.filter(Erasure::isComplete)
                                        .filter(one -> one.completedAt() == null)
                                        .isPresent()
                                ? session.createMutationQuery(COMPLETE)
                                        .setParameter(1, requestId)
                                        .setParameter(2, now)
                                        .executeUpdate()
                                        .replaceWithVoid()
                                : Uni.createFrom().voidItem()));
    }

    /// Those of the sellers who are just being forgotten.
    public Uni<Set<SellerId>> pendingAmong(Set<SellerId> sellers) {
        return Panache.getSession()
                .flatMap(session -> session.createQuery(PENDING_AMONG, String.class)
                        .setParameter(1, sellers.stream().map(SellerId::value).toList())
                        .getResultList())
                .map(found -> new HashSet<>(found).stream().map(SellerId::new).collect(Collectors.toSet()));
    }

    private Uni<Optional<Erasure>> withSteps(ErasureEntity entity) {
        if (entity == null) {
            return Uni.createFrom().item(Optional.empty());
        }
        return Panache.getSession()
                .flatMap(session -> session.createQuery(STEPS, ErasureStepEntity.class)
                        .setParameter(1, entity.requestId)
                        .getResultList())
                .map(steps -> Optional.of(erasure(entity, steps)));
    }

    private static Erasure erasure(ErasureEntity entity, List<ErasureStepEntity> steps) {
        return new Erasure(
                entity.requestId,
                entity.sellerId == null ? null : new SellerId(entity.sellerId),
                entity.requestedAt,
                entity.completedAt,
                steps.stream().collect(Collectors.toMap(step -> step.service, step -> step.doneAt)));
    }
}
