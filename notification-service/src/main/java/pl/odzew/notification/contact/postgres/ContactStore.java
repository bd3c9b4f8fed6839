package pl.odzew.notification.contact.postgres;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import pl.odzew.events.MailAddress;
import pl.odzew.events.SellerId;
import pl.odzew.notification.contact.Contact;
import pl.odzew.notification.contact.Language;

/// Where a seller is written to; every method belongs into the caller's transaction.
@ApplicationScoped
public class ContactStore {

    /// A connected mailbox before one that was taken away, any mailbox before an account, the latest before the others.
    private static final String ADDRESS = """
            select address from subject where seller_id = ?1 and address is not null
             order by kind = 'MAILBOX' desc, connected desc, first_seen_at desc limit 1
            """;

    private static final String CHOOSE = """
            insert into contact (seller_id, language) values (?1, ?2)
                on conflict (seller_id) do update set language = excluded.language
            """;

    public Uni<Contact> contactOf(SellerId seller) {
        return Panache.getSession()
                .flatMap(session -> session.find(ContactEntity.class, seller.value())
                        .map(chosen -> chosen == null ? Language.PL : chosen.language)
                        .flatMap(language -> session.createNativeQuery(ADDRESS, String.class)
                                .setParameter(1, seller.value())
                                .getSingleResultOrNull()
                                .map(address ->
                                        new Contact(address == null ? null : new MailAddress(address), language))));
    }

    public Uni<Void> choose(SellerId seller, Language language) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(CHOOSE)
                        .setParameter(1, seller.value())
                        .setParameter(2, language.name())
                        .executeUpdate())
                .replaceWithVoid();
    }
}
