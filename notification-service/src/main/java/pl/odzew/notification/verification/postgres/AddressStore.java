package pl.odzew.notification.verification.postgres;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import pl.odzew.events.MailAddress;
import pl.odzew.events.SellerId;
import pl.odzew.notification.contact.postgres.ContactStore;
import pl.odzew.notification.verification.ContactAddress;

/// The addresses that sellers gave; every method belongs into the caller's transaction.
@ApplicationScoped
public class AddressStore {

    private static final String OF_SELLER = "from AddressEntity where sellerId = ?1 order by addedAt, id";
    private static final String MINE = "from AddressEntity where sellerId = ?1 and id = ?2";

    private final ContactStore contacts;

    AddressStore(ContactStore contacts) {
        this.contacts = contacts;
    }

    public Uni<List<ContactAddress>> of(SellerId seller) {
        return Panache.getSession()
                .flatMap(session -> session.createQuery(OF_SELLER, AddressEntity.class)
                        .setParameter(1, seller.value())
                        .getResultList())
                .flatMap(found -> Multi.createFrom()
                        .iterable(found)
                        .onItem()
                        .transformToUniAndConcatenate(this::withSuppression)
                        .collect()
                        .asList());
    }

    public Uni<ContactAddress> add(SellerId seller, MailAddress email, Instant now) {
        var entity = new AddressEntity();
        entity.id = UUID.randomUUID();
        entity.sellerId = seller.value();
        entity.email = email.value();
        entity.addedAt = now;
        entity.lastSentAt = now;
        return Panache.getSession()
                .flatMap(session -> session.persist(entity).call(session::flush))
                .chain(() -> withSuppression(entity));
    }

    /// Held until the transaction ends.
    public Uni<Optional<ContactAddress>> lock(SellerId seller, UUID id) {
        return Panache.getSession()
                .flatMap(session -> session.createQuery(MINE, AddressEntity.class)
                        .setParameter(1, seller.value())
                        .setParameter(2, id)
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                        .getSingleResultOrNull())
                .flatMap(found -> found == null
                        ? Uni.createFrom().item(Optional.empty())
                        : withSuppression(found).map(Optional::of));
    }

    public Uni<Void> sent(UUID id, Instant now) {
        return Panache.getSession()
                .flatMap(session -> session.find(AddressEntity.class, id))
                .invoke(entity -> entity.lastSentAt = now)
                .replaceWithVoid();
    }

    /// Proved again changes nothing but that a suppression ends: somebody has just read a mail there.
    public Uni<Void> verified(ContactAddress address, Instant now) {
        return Panache.getSession()
                .flatMap(session -> session.find(AddressEntity.class, address.id()))
                .invoke(entity -> {
                    if (entity.verifiedAt == null) {
                        entity.verifiedAt = now;
                    }
                })
                .chain(() -> contacts.release(address.email()))
                .replaceWithVoid();
    }

    public Uni<Void> remove(UUID id) {
        return Panache.getSession()
                .flatMap(session -> session.find(AddressEntity.class, id).flatMap(session::remove));
    }

    private Uni<ContactAddress> withSuppression(AddressEntity entity) {
        return contacts.unlessSuppressed(new MailAddress(entity.email))
                .map(reachable -> entity.toAddress(reachable.isEmpty()));
    }
}
