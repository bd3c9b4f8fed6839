package pl.odzew.notification.contact.postgres;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.MailAddress;
import pl.odzew.events.SellerId;
import pl.odzew.notification.contact.Contact;
import pl.odzew.notification.contact.Language;
import pl.odzew.notification.contact.Topic;

/// Where a seller is written to; every method belongs into the caller's transaction.
@ApplicationScoped
public class ContactStore {

    /// A connected mailbox before one that was taken away, any mailbox before an account, the latest before the others.
    private static final String FALLBACK = """
            select address from subject where seller_id = ?1 and address is not null
                and not exists (select 1 from suppression where suppression.address = lower(subject.address))
             order by kind = 'MAILBOX' desc, connected desc, first_seen_at desc limit 1
            """;
    private static final String VERIFIED = """
            select email from contact_address where seller_id = ?1 and verified_at is not null
                and not exists (select 1 from suppression where suppression.address = lower(contact_address.email))
             order by added_at, id
            """;
    private static final String CHOOSE = """
            insert into contact (seller_id, language, reminders, announcements)
            values (?1, coalesce(cast(?2 as text), 'PL'), coalesce(cast(?3 as boolean), true),
                    coalesce(cast(?4 as boolean), true))
                on conflict (seller_id) do update
               set language = coalesce(cast(?2 as text), contact.language),
                   reminders = coalesce(cast(?3 as boolean), contact.reminders),
                   announcements = coalesce(cast(?4 as boolean), contact.announcements)
            """;
    private static final String SUPPRESS = """
            insert into suppression (address, reason, suppressed_at) values (?1, ?2, ?3) on conflict do nothing
            """;
    private static final String IS_SUPPRESSED = "select 1 from suppression where address = ?1";
    private static final String RELEASE = "delete from suppression where address = ?1";

    /// An address that takes no mail.
    ///
    /// @param since when it became known
    public record Suppressed(String address, String reason, Instant since) {}

    /// The latest first.
    public Uni<List<Suppressed>> suppressed(int limit) {
        return Panache.getSession()
                .flatMap(session -> session.createQuery(
                                "from SuppressionEntity order by suppressedAt desc, address", SuppressionEntity.class)
                        .setMaxResults(limit)
                        .getResultList())
                .map(found -> found.stream()
                        .map(one -> new Suppressed(one.address, one.reason, one.suppressedAt))
                        .toList());
    }

    public Uni<Contact> contactOf(SellerId seller) {
        return Panache.getSession()
                .flatMap(session -> session.find(ContactEntity.class, seller.value())
                        .map(chosen -> chosen == null ? ContactEntity.unchosen(seller.value()) : chosen)
                        .flatMap(chosen -> session.createNativeQuery(VERIFIED, String.class)
                                .setParameter(1, seller.value())
                                .getResultList()
                                .flatMap(verified -> session.createNativeQuery(FALLBACK, String.class)
                                        .setParameter(1, seller.value())
                                        .getSingleResultOrNull()
                                        .map(fallback -> contact(chosen, verified, fallback)))));
    }

    /// Changes what is given and leaves the rest.
    public Uni<Void> choose(
            SellerId seller,
            @Nullable Language language,
            @Nullable Boolean reminders,
            @Nullable Boolean announcements) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(CHOOSE)
                        .setParameter(1, seller.value())
                        .setParameter(2, language == null ? null : language.name())
                        .setParameter(3, reminders)
                        .setParameter(4, announcements)
                        .executeUpdate())
                .replaceWithVoid();
    }

    public Uni<Void> unsubscribe(SellerId seller, Topic topic) {
        return switch (topic) {
            case REMINDERS -> choose(seller, null, false, null);
            case ANNOUNCEMENTS -> choose(seller, null, null, false);
        };
    }

    /// The address gets no mail from here on.
    public Uni<Void> suppress(MailAddress address, String reason, Instant now) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(SUPPRESS)
                        .setParameter(1, key(address))
                        .setParameter(2, reason)
                        .setParameter(3, now)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /// Answers whether it was suppressed.
    public Uni<Boolean> release(MailAddress address) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(RELEASE)
                        .setParameter(1, key(address))
                        .executeUpdate())
                .map(changed -> changed > 0);
    }

    /// The address, unless it takes no mail.
    public Uni<Optional<MailAddress>> unlessSuppressed(MailAddress address) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(IS_SUPPRESSED, Integer.class)
                        .setParameter(1, key(address))
                        .getSingleResultOrNull())
                .map(found -> found == null ? Optional.of(address) : Optional.empty());
    }

    private static Contact contact(ContactEntity chosen, List<String> verified, @Nullable String fallback) {
        return new Contact(
                chosen.language,
                verified.stream().map(MailAddress::new).toList(),
                fallback == null ? null : new MailAddress(fallback),
                chosen.reminders,
                chosen.announcements);
    }

    private static String key(MailAddress address) {
        return address.value().toLowerCase(Locale.ROOT);
    }
}
