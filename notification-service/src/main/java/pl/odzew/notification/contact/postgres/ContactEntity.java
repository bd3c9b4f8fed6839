package pl.odzew.notification.contact.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import pl.odzew.notification.contact.Language;

/// What a seller chose.
@Entity
@Table(name = "contact")
class ContactEntity {

    @Id
    String sellerId;

    @Column
    @Enumerated(EnumType.STRING)
    Language language;

    @Column
    boolean reminders;

    @Column
    boolean announcements;

    /// What holds for a seller who chose nothing.
    static ContactEntity unchosen(String sellerId) {
        var entity = new ContactEntity();
        entity.sellerId = sellerId;
        entity.language = Language.PL;
        entity.reminders = true;
        entity.announcements = true;
        return entity;
    }
}
