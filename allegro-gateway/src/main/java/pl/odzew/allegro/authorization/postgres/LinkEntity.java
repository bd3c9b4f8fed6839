package pl.odzew.allegro.authorization.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/// A row of `link_request`.
@Entity
@Table(name = "link_request")
@SuppressWarnings("NullAway.Init") // The mapper fills the fields.
class LinkEntity {

    @Id
    String state;

    @Column(name = "seller_id")
    String sellerId;

    byte[] verifier;

    @Column(name = "expires_at")
    Instant expiresAt;
}
