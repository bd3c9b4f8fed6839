package pl.odzew.notification.verification.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pl.odzew.events.MailAddress;
import pl.odzew.events.SellerId;
import pl.odzew.notification.verification.ContactAddress;

/// An address as a row.
@Entity
@Table(name = "contact_address")
class AddressEntity {

    @Id
    UUID id;

    @Column
    String sellerId;

    @Column
    String email;

    @Column
    Instant addedAt;

    @Column
    @Nullable
    Instant lastSentAt;

    @Column
    @Nullable
    Instant verifiedAt;

    ContactAddress toAddress(boolean suppressed) {
        return new ContactAddress(
                id, new SellerId(sellerId), new MailAddress(email), addedAt, lastSentAt, verifiedAt, suppressed);
    }
}
