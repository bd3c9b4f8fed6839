package pl.odzew.responder.answering.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/// A row of `seller`: the lock of a desk.
@Entity
@Table(name = "seller")
@SuppressWarnings("NullAway.Init") // Only Hibernate makes one.
class SellerRow {

    @Id
    @Column(name = "seller_id")
    String sellerId;

    @Column(name = "settings_version")
    long settingsVersion;

    @Column(name = "rules_version")
    long rulesVersion;

    @Column(name = "hours_version")
    long hoursVersion;

    boolean stopped;
}
